//! Bytes to text.
//!
//! Owns the encoding: UTF-8, its byte order mark dropped, line ends kept. Is given the bytes and a name for messages.
//! Never repairs a text and never guesses an encoding.

use super::LoadError;

const UTF8_MARK: char = '\u{FEFF}';

/// The text, or why these bytes are none.
pub(super) fn decode(name: &str, bytes: Vec<u8>) -> Result<String, LoadError> {
    if bytes.is_empty() {
        return Err(LoadError::Empty { name: name.to_owned() });
    }
    refuse_other_encodings(name, &bytes)?;
    let text = String::from_utf8(bytes).map_err(|e| invalid(name, &e))?;
    let text = text.strip_prefix(UTF8_MARK).map(str::to_owned).unwrap_or(text);
    match text.trim().is_empty() {
        true => Err(LoadError::Blank { name: name.to_owned() }),
        false => Ok(text),
    }
}

fn refuse_other_encodings(name: &str, bytes: &[u8]) -> Result<(), LoadError> {
    let name = name.to_owned();
    let encoding = match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => "UTF-32",
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "UTF-16",
        _ => return refuse_binary(name, bytes),
    };
    Err(LoadError::Encoding { name, encoding })
}

fn refuse_binary(name: String, bytes: &[u8]) -> Result<(), LoadError> {
    match bytes.iter().position(|&b| b == 0) {
        Some(offset) => Err(LoadError::Binary { name, offset }),
        None => Ok(()),
    }
}

fn invalid(name: &str, error: &std::string::FromUtf8Error) -> LoadError {
    let offset = error.utf8_error().valid_up_to();
    let bytes = error.as_bytes();
    let line = 1 + bytes[..offset].iter().filter(|&&b| b == b'\n').count();
    LoadError::InvalidUtf8 { name: name.to_owned(), offset, line, byte: bytes[offset] }
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn message(bytes: &[u8]) -> String {
        decode("f", bytes.to_vec()).unwrap_err().to_string()
    }

    #[test]
    fn the_mark_goes_and_line_ends_stay() {
        assert_eq!(decode("f", b"\xEF\xBB\xBFa\r\nb\n".to_vec()).unwrap(), "a\r\nb\n");
    }

    #[test]
    fn messages_name_place_and_remedy() {
        assert!(message(b"").contains("empty"));
        assert!(message(b" \r\n\t ").contains("white space"));
        assert!(message(b"ab\0c").contains("offset 2"));
        assert!(message(b"\xFF\xFEa\0").contains("iconv -f UTF-16"));
        let wrong = message(b"one\ntwo \xE9t\xE9");
        assert!(wrong.contains("byte offset 8 (line 2, byte 0xE9)") && wrong.contains("iconv"), "{wrong}");
    }
}
