//! stub
pub fn render(
    _: &crate::catalog::Scope<'_>,
    _: &crate::catalog::Document,
) -> Result<Vec<u8>, Vec<crate::diagnostic::Finding>> {
    Ok(vec![])
}
