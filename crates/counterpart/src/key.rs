//! The key that this node signs receipts with: 32 random bytes as hex in a file that only its owner may read, made at the first start.

use anyhow::{Context, Result, bail};
use std::{
    io::{ErrorKind, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
};

/// The seed in `path`. Where there is no file, `fill` draws a seed and it is kept there; where it is damaged, the start stops, because a new key would make old receipts doubtful.
pub fn load(path: &Path, fill: impl Fn(&mut [u8])) -> Result<[u8; 32]> {
    let shown = path.display();
    match std::fs::read_to_string(path) {
        Ok(text) => {
            let open = std::fs::metadata(path)?.permissions().mode() & 0o077;
            if open != 0 {
                bail!("the key file {shown} may be read by others; run: chmod 600 {shown}");
            }
            parse(text.trim()).with_context(|| format!("the key file {shown} is damaged; restore it from a copy"))
        }
        Err(e) if e.kind() == ErrorKind::NotFound => make(path, fill),
        Err(e) => Err(e).with_context(|| format!("the key file {shown} can't be read")),
    }
}

fn make(path: &Path, fill: impl Fn(&mut [u8])) -> Result<[u8; 32]> {
    let mut seed = [0; 32];
    fill(&mut seed);
    let hex: String = seed.iter().map(|b| format!("{b:02x}")).collect();
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("the key file {} can't be made", path.display()))?;
    writeln!(file, "{hex}")?;
    file.sync_all()?;
    Ok(seed)
}

fn parse(hex: &str) -> Option<[u8; 32]> {
    if hex.len() != 64 || !hex.is_ascii() {
        return None;
    }
    let bytes: Option<Vec<u8>> = (0..32).map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).ok()).collect();
    bytes?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_kept_private_and_a_damaged_one_stops_the_start() {
        let dir = std::env::temp_dir().join(format!("counterpart-key-{}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        let path = dir.join("node.key");
        let first = load(&path, |b| b.fill(3)).unwrap();
        assert_eq!(load(&path, |b| b.fill(4)).unwrap(), first);
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::write(&path, "abc").unwrap();
        assert!(load(&path, |b| b.fill(5)).unwrap_err().to_string().contains("damaged"));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(load(&path, |b| b.fill(5)).unwrap_err().to_string().contains("chmod 600"));
        std::fs::remove_dir_all(&dir).ok();
    }
}
