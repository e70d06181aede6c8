//! What is a letter, and which letters are the same to a reader who searches?
//!
//! The tables of the standard library would double what the engine weighs in the browser. These rules know Latin,
//! Greek and Cyrillic, and take every other sign that is not punctuation for a letter without case.

/// Tells whether `char` can be part of a word: a letter or a digit.
pub(crate) fn is_letter(char: char) -> bool {
    match char {
        '0'..='9' | 'A'..='Z' | 'a'..='z' | 'ª' | 'µ' | 'º' => true,
        '\0'..='\u{bf}' | '×' | '÷' | '\u{300}'..='\u{36f}' => false,
        _ => !SIGNS.iter().any(|(first, last)| (*first..=*last).contains(&char)),
    }
}

/// Stretches of the character set beyond Latin that hold punctuation and pictures.
const SIGNS: &[(char, char)] = &[
    // Punctuation, currency, arrows, boxes and shapes.
    ('\u{2000}', '\u{2bff}'),
    ('\u{2e00}', '\u{2e7f}'),
    // The marks of East Asian scripts.
    ('\u{3000}', '\u{3004}'),
    ('\u{3008}', '\u{3020}'),
    ('\u{fe00}', '\u{fe6f}'),
    ('\u{ff00}', '\u{ff0f}'),
    // Signs of private fonts, and what is not a character.
    ('\u{e000}', '\u{f8ff}'),
    ('\u{fff0}', '\u{ffff}'),
    // Emoji and everything beyond the scripts.
    ('\u{1f000}', '\u{1faff}'),
    ('\u{e0000}', '\u{10ffff}'),
];

/// Tells whether `char` is a combining accent or a soft hyphen.
pub(crate) fn is_mark(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// Returns the lower-case form of a letter.
pub(crate) fn lower(char: char) -> char {
    let code = u32::from(char);
    let lower = match code {
        0x41..=0x5a | 0xc0..=0xde | 0x391..=0x3a9 | 0x410..=0x42f if code != 0xd7 => code + 32,
        0x400..=0x40f => code + 80,
        // Latin letters of central and eastern Europe, in pairs of an even capital and an odd small letter …
        0x100..=0x137 | 0x14a..=0x177 | 0x1e00..=0x1eff if code != 0x130 => code | 1,
        // … and in pairs of an odd capital and an even small letter.
        0x139..=0x148 | 0x179..=0x17e => code + (code & 1),
        0x178 => 0xff,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(char)
}

/// Appends `char` in lower case and without its accent.
pub(crate) fn fold_into(char: char, word: &mut String) {
    let lower = lower(char);
    match plain_letters(lower) {
        "" => word.push(lower),
        plain => word.push_str(plain),
    }
}

/// Returns the unaccented spelling of a lower-case Latin letter, or nothing when there is none.
fn plain_letters(char: char) -> &'static str {
    match char {
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' | 'ä' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ö' => "o",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' => "s",
        'ţ' | 'ť' | 'ŧ' => "t",
        'ù' | 'ú' | 'û' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ü' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        _ => "",
    }
}
