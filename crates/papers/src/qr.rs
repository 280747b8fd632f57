//! An address as a QR code, for WeChat, where a link can't be clicked: drawn here as SVG, without a third party.

use qrcode::{Color, EcLevel, QrCode};

/// Width of the quiet zone, modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// Why an address has no code.
#[derive(Debug, thiserror::Error)]
#[error("the address is too long for a QR code")]
pub struct TooLong;

/// The code as an SVG image of black modules on white; `label` is its title.
pub fn svg(address: &str, label: &str) -> Result<String, TooLong> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).map_err(|_| TooLong)?;
    let width = code.width();
    let side = width + 2 * QUIET;
    let mut path = String::new();
    for (at, module) in code.to_colors().iter().enumerate() {
        if *module == Color::Dark {
            path += &format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET);
        }
    }
    let title = crate::html::escape(label);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{0}\" height=\"{0}\" shape-rendering=\"crispEdges\" role=\"img\">\
         <title>{title}</title><rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>",
        side * 8
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_quiet_zone_and_finders() {
        let svg = svg("https://example.org/news/x", "Nyhed & mere").unwrap();
        // The first finder pattern begins after the quiet zone.
        assert!(svg.contains("d=\"M4 4h1v1h-1z") && svg.contains("<title>Nyhed &amp; mere</title>"));
        assert!(!svg.contains("M0 ") && super::svg(&"x".repeat(4000), "").is_err());
    }
}
