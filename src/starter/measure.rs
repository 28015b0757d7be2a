//! Units of Word out of the millimetres and points that the standard speaks in.

/// Twentieths of a point in so many millimetres, rounded.
pub const fn mm(millimetres: u32) -> u32 {
    (millimetres * 14_400 + 127) / 254
}

/// Twentieths of a point in tenths of a millimetre: 12.5 mm is `mm_tenths(125)`.
pub const fn mm_tenths(tenths: u32) -> u32 {
    (tenths * 1_440 + 127) / 254
}

/// Twentieths of a point in hundredths of a millimetre.
pub const fn mm_hundredths(hundredths: u32) -> u32 {
    (hundredths * 144 + 127) / 254
}

/// Twentieths of a point in so many points.
pub const fn points(points: u32) -> u32 {
    points * 20
}

/// The unit of font sizes, half-points.
pub const fn half_points(points: u32) -> usize {
    points as usize * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millimetres_are_the_twips_of_the_standard() {
        assert_eq!([mm(10), mm(20), mm(30), mm(210), mm(297), mm(80)], [567, 1134, 1701, 11906, 16838, 4535]);
        assert_eq!((mm_tenths(125), mm_hundredths(1250)), (709, 709));
        assert_eq!((points(12), half_points(14)), (240, 28));
    }
}
