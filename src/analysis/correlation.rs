//! Correlation of pairs of numbers: Pearson's and Spearman's coefficients, each with its two-sided p.

use statrs::function::beta::beta_reg;
use std::cmp::Ordering;

/// Fewer pairs than this bear no conclusion, whatever the coefficient: a paper says so.
pub const FEW: usize = 20;
/// Up to so many pairs without ties the p of Spearman's coefficient is counted out over all orders.
const COUNTED: usize = 9;

/// A coefficient, and how likely one as far from nought would be without any connection.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// From −1 to 1.
    pub coefficient: f64,
    /// From 0 to 1, two-sided.
    pub p: f64,
}

/// Pearson's coefficient; p by Student's t of n − 2 degrees of freedom. `None` for fewer than three pairs or where a series is constant.
pub fn pearson(pairs: &[(f64, f64)]) -> Option<Estimate> {
    let coefficient = coefficient(pairs)?;
    Some(Estimate { coefficient, p: student(coefficient, pairs.len()) })
}

/// Spearman's coefficient: Pearson's of the ranks, equal values sharing the middle one. Its p is exact for at most nine pairs without
/// equal values, else by Student's t.
pub fn spearman(pairs: &[(f64, f64)]) -> Option<Estimate> {
    let first: Vec<f64> = pairs.iter().map(|(first, _)| *first).collect();
    let second: Vec<f64> = pairs.iter().map(|(_, second)| *second).collect();
    let (first, second) = (ranks(&first), ranks(&second));
    let has_ties = [&first, &second].iter().any(|ranks| ranks.iter().any(|rank| has_equal(ranks, *rank)));
    let pairs: Vec<(f64, f64)> = first.into_iter().zip(second).collect();
    let coefficient = coefficient(&pairs)?;
    let p = if has_ties || pairs.len() > COUNTED {
        student(coefficient, pairs.len())
    } else {
        counted(coefficient, pairs.len())
    };
    Some(Estimate { coefficient, p })
}

fn coefficient(pairs: &[(f64, f64)]) -> Option<f64> {
    if pairs.len() < 3 {
        return None;
    }
    let count = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / count;
    let (first, second) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sums = pairs.iter().fold((0.0, 0.0, 0.0), |(both, one, other), pair| {
        let (x, y) = (pair.0 - first, pair.1 - second);
        (both + x * y, one + x * x, other + y * y)
    });
    let scale = (sums.1 * sums.2).sqrt();
    (scale > 0.0).then(|| (sums.0 / scale).clamp(-1.0, 1.0))
}

/// The two-sided p of a coefficient of `count` pairs by Student's t: I(df / (df + t²); df / 2, 1 / 2).
fn student(coefficient: f64, count: usize) -> f64 {
    let freedom = count as f64 - 2.0;
    let rest = 1.0 - coefficient * coefficient;
    if rest <= 0.0 { 0.0 } else { beta_reg(freedom / 2.0, 0.5, rest) }
}

/// The share of all orders of `count` ranks whose coefficient is as far from nought.
fn counted(coefficient: f64, count: usize) -> f64 {
    let mut order: Vec<usize> = (0..count).collect();
    let size = count as f64;
    let scale = size * (size * size - 1.0);
    let (mut far, mut all) = (0_u32, 0_u32);
    permute(&mut order, 0, &mut |order| {
        let distance: usize = order.iter().enumerate().map(|(at, rank)| at.abs_diff(*rank).pow(2)).sum();
        all += 1;
        far += u32::from((1.0 - 6.0 * distance as f64 / scale).abs() >= coefficient.abs() - 1e-9);
    });
    f64::from(far) / f64::from(all)
}

fn permute(order: &mut Vec<usize>, from: usize, visit: &mut impl FnMut(&[usize])) {
    if from == order.len() {
        return visit(order);
    }
    for at in from..order.len() {
        order.swap(from, at);
        permute(order, from + 1, visit);
        order.swap(from, at);
    }
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let count =
        |value: f64, than: Ordering| values.iter().filter(|other| other.total_cmp(&value) == than).count();
    values
        .iter()
        .map(|value| {
            let (below, equal) = (count(*value, Ordering::Less), count(*value, Ordering::Equal));
            below as f64 + f64::midpoint(equal as f64, 1.0)
        })
        .collect()
}

fn has_equal(ranks: &[f64], rank: f64) -> bool {
    ranks.iter().filter(|other| other.total_cmp(&rank) == Ordering::Equal).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hollander and Wolfe (1973), p. 187: tenderness of tuna; the example of R's `cor.test`.
    const TUNA: [(f64, f64); 9] = [
        (44.4, 2.6),
        (45.9, 3.1),
        (41.9, 2.5),
        (53.3, 5.0),
        (44.7, 3.6),
        (44.1, 4.0),
        (50.7, 5.2),
        (45.2, 2.8),
        (60.1, 3.8),
    ];
    /// Anscombe (1973), «Graphs in Statistical Analysis», the first set.
    const FIRST: [(f64, f64); 11] = [
        (10.0, 8.04),
        (8.0, 6.95),
        (13.0, 7.58),
        (9.0, 8.81),
        (11.0, 8.33),
        (14.0, 9.96),
        (6.0, 7.24),
        (4.0, 4.26),
        (12.0, 10.84),
        (7.0, 4.82),
        (5.0, 5.68),
    ];

    /// Anscombe's second, third and fourth sets: their y (the second and third have the x of the first), p of the slope by R's `lm`.
    const OTHERS: [([f64; 11], f64, f64); 3] = [
        ([9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74], 0.816_236_5, 0.002_179),
        ([7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73], 0.816_286_7, 0.002_176),
        ([6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89], 0.816_521_4, 0.002_165),
    ];

    fn close(found: Option<Estimate>, coefficient: f64, p: f64, within: f64) {
        let found = found.unwrap();
        assert!((found.coefficient - coefficient).abs() < within, "{found:?}");
        assert!((found.p - p).abs() < within, "{found:?}");
    }

    #[test]
    fn pearson_gives_the_published_values() {
        // R: cor.test(x, y) gives cor 0.5711816, t = 1.8411, df = 7, p-value = 0.1082.
        close(pearson(&TUNA), 0.571_181_6, 0.1082, 5e-5);
        // The regression's r = 0.816 and p = 0.00217 (anova of R's `anscombe`).
        close(pearson(&FIRST), 0.816_420_5, 0.002_17, 5e-6);
        for (place, (second, coefficient, p)) in OTHERS.into_iter().enumerate() {
            let x = |at: usize| match (place, at) {
                (2, 7) => 19.0,
                (2, _) => 8.0,
                _ => FIRST[at].0,
            };
            let pairs: Vec<(f64, f64)> = second.into_iter().enumerate().map(|(at, y)| (x(at), y)).collect();
            close(pearson(&pairs), coefficient, p, 1e-6);
        }
        // The example of `scipy.stats.pearsonr` in its documentation.
        let pairs = [(1.0, 10.0), (2.0, 9.0), (3.0, 2.5), (4.0, 6.0), (5.0, 4.0), (6.0, 3.0), (7.0, 2.0)];
        close(pearson(&pairs), -0.828_503_883_588_428, 0.021_280_260_007_523_286, 1e-12);
    }

    #[test]
    fn spearman_gives_the_published_values() {
        // R: cor.test(x, y, method = "spearman") gives S = 48, rho 0.6, p-value = 0.0968.
        close(spearman(&TUNA), 0.6, 0.0968, 5e-5);
        // S = 40 of eleven pairs: rho = 1 − 6·40 / 1320.
        let first = spearman(&FIRST).unwrap();
        assert!((first.coefficient - 0.818_181_8).abs() < 1e-6, "{first:?}");
        // The example of `scipy.stats.spearmanr` in its documentation: equal values, p by Student's t.
        let pairs = [(1.0, 5.0), (2.0, 6.0), (3.0, 7.0), (4.0, 8.0), (5.0, 7.0)];
        close(spearman(&pairs), 0.820_782_681_668_123_3, 0.088_587_005_313_543_81, 1e-12);
    }

    #[test]
    fn equal_values_share_the_middle_rank() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
    }

    #[test]
    fn too_few_pairs_or_a_constant_have_no_coefficient() {
        assert_eq!(pearson(&[(1.0, 2.0), (2.0, 3.0)]), None);
        assert_eq!(spearman(&[(1.0, 2.0), (2.0, 2.0), (3.0, 2.0)]), None);
    }

    #[test]
    fn a_perfect_connection_is_certain() {
        close(pearson(&[(1.0, 2.0), (2.0, 4.0), (3.0, 6.0), (4.0, 8.0)]), 1.0, 0.0, 1e-12);
        // Two of the 24 orders of four ranks are as far.
        close(spearman(&[(1.0, 2.0), (2.0, 4.0), (3.0, 5.0), (4.0, 8.0)]), 1.0, 2.0 / 24.0, 1e-12);
    }
}
