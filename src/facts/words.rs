//! Plain words about a setting, made of what the product says in its own terms.

use super::settings::{Choices, Scope, Setting};

/// Returns a scope as the Admin writes it beside a field.
#[must_use]
pub const fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Default => "global",
        Scope::Website => "website",
        Scope::Store => "store view",
    }
}

/// What a shipped value is to its reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DefaultValue {
    /// Nothing is shipped.
    Empty,
    /// A label of the list, with the value behind it.
    Label(&'static str, String),
    /// The value as it is kept.
    Value(String),
    /// A text too long for the export, with its length.
    Long(String),
}

/// Lists whose values are known although the export has only their labels: the product's own yes-or-no sources.
const KNOWN_LISTS: [[&str; 2]; 2] = [["Yes", "No"], ["Enable", "Disable"]];

/// Tells what a fresh shop has.
#[must_use]
pub fn default(setting: &Setting) -> DefaultValue {
    let Some(value) = &setting.default else { return DefaultValue::Empty };
    if let Some(length) = value.strip_prefix("(long text, ") {
        return DefaultValue::Long(length.trim_end_matches(')').to_owned());
    }
    if let Some([on, off]) = known_list(setting) {
        match &**value {
            "1" => return DefaultValue::Label(on, value.clone()),
            "0" => return DefaultValue::Label(off, value.clone()),
            _ => {}
        }
    }
    DefaultValue::Value(value.clone())
}

/// Returns the two labels of a field that is either on or off.
#[must_use]
pub fn known_list(setting: &Setting) -> Option<[&'static str; 2]> {
    let Choices::Listed(labels) = &setting.choices else { return None };
    let same =
        |known: &&[&str; 2]| labels.len() == 2 && known.iter().all(|label| labels.iter().any(|own| own == label));
    KNOWN_LISTS.iter().find(same).copied()
}

/// Returns what a fresh shop has as one text.
#[must_use]
pub fn default_value(setting: &Setting) -> String {
    match default(setting) {
        DefaultValue::Empty => "empty".to_owned(),
        DefaultValue::Label(label, value) => format!("{label} ({value})"),
        DefaultValue::Value(value) => value,
        DefaultValue::Long(length) => format!("a text of {length}"),
    }
}

/// Returns what a field takes: "Yes or No", "a whole number from 60 to 900".
#[must_use]
pub fn takes(setting: &Setting) -> String {
    let several = setting.kind == "multiselect";
    match (&setting.choices, &*setting.kind) {
        (Choices::Listed(labels), _) => list(labels, several),
        (Choices::OfTheShop, _) => format!("{} from your shop's own list", if several { "several" } else { "one" }),
        (Choices::Unlisted(kind), _) if kind.starts_with(char::is_lowercase) => {
            if several {
                format!("any {kind} of a list")
            } else {
                format!("one {kind} from a list")
            }
        }
        (Choices::Unlisted(_), _) => format!("{} from a long list", if several { "several" } else { "one" }),
        (Choices::None, kind) => with_rules(kind_words(kind), &rules(setting)),
    }
}

/// The longest list that is written out label by label; longer ones are named by their number, first and last entry.
/// With more, a page drowns in countries; with fewer, lists that readers do look up are cut.
const LABELS_MAX: usize = 24;

fn list(labels: &[String], several: bool) -> String {
    let labels: Vec<&str> = labels.iter().map(|label| label.trim()).filter(|label| !label.is_empty()).collect();
    match *labels.as_slice() {
        [] => "one from a list".to_owned(),
        [one, other] if !several => format!("{one} or {other}"),
        _ if labels.len() > LABELS_MAX => {
            let number = labels.len();
            format!("{} of {number} entries", if several { "any" } else { "one" })
        }
        _ => format!("{}: {}", if several { "any of" } else { "one of" }, labels.join(" · ")),
    }
}

fn kind_words(kind: &str) -> &'static str {
    match kind {
        "textarea" => "a text of several lines",
        "obscure" | "password" => "a secret, kept encrypted",
        "image" => "a picture file",
        "file" => "a file",
        "time" => "a time of day (hours, minutes, seconds)",
        "allowspecific" => "all countries or chosen ones",
        "select" | "multiselect" => "one from a list",
        "label" => "nothing: it only shows a value",
        "button" => "nothing: it is a button",
        "text" => "a text",
        _ => "nothing to type: it has controls of its own",
    }
}

fn with_rules(kind: &str, rules: &[String]) -> String {
    match rules {
        [] => kind.to_owned(),
        [only] if kind == "a text" => only.clone(),
        _ if kind == "a text" => rules.join(", "),
        _ => format!("{kind}, {}", rules.join(", ")),
    }
}

/// Returns the rules that a field checks, in words; rules without a merchant's meaning are left out.
#[must_use]
pub fn rules(setting: &Setting) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for rule in setting.rules.split_whitespace() {
        let word = match rule {
            "validate-digits" | "integer" => "a whole number".to_owned(),
            "validate-number" if !setting.rules.contains("validate-digits") => "a number".to_owned(),
            "validate-zero-or-greater" => "0 or more".to_owned(),
            "validate-greater-than-zero" => "more than 0".to_owned(),
            "validate-greater-than-one" => "more than 1".to_owned(),
            "validate-email" => "an e-mail address".to_owned(),
            "validate-emails" => "e-mail addresses separated by commas".to_owned(),
            "validate-url" => "a web address".to_owned(),
            "validate-alphanum" => "letters and digits".to_owned(),
            "required-entry" | "required-number" => "must be filled".to_owned(),
            _ => match range(rule) {
                Some(range) => range,
                None => continue,
            },
        };
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.sort_by_key(|word| usize::from(word == "must be filled") * 2 + usize::from(!word.starts_with("a ")));
    words
}

/// Reads `digits-range-60-900` and `number-range-0.01-100`.
fn range(rule: &str) -> Option<String> {
    let bounds = rule.strip_prefix("digits-range-").or_else(|| rule.strip_prefix("number-range-"))?;
    let (from, to) = bounds.split_once('-')?;
    Some(if to.is_empty() { format!("{from} or more") } else { format!("from {from} to {to}") })
}

/// Returns a number with its noun: "1 setting", "3 settings".
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    let noun = match noun.strip_suffix("us") {
        Some(_) if number != 1 => format!("{noun}es"),
        _ if number == 1 => noun.to_owned(),
        _ => noun.strip_suffix('y').map_or_else(|| format!("{noun}s"), |stem| format!("{stem}ies")),
    };
    format!("{number} {noun}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(options: &[&str], default: &str, rules: &str) -> Setting {
        let choices = match options {
            [] => Choices::None,
            _ => Choices::Listed(options.iter().map(|&label| label.to_owned()).collect()),
        };
        Setting {
            path: "a/b/c".into(),
            key: "a/b/c".into(),
            tab: "General".into(),
            section: "A".into(),
            section_id: "a".into(),
            groups: vec!["B".into()],
            label: "C".into(),
            kind: if options.is_empty() { "text" } else { "select" }.into(),
            scopes: vec![Scope::Default],
            default: Some(default.into()),
            choices,
            conditions: Vec::new(),
            rules: rules.into(),
            since: None,
        }
    }

    #[test]
    fn the_value_of_yes_and_no_is_known_and_that_of_other_lists_is_not() {
        assert_eq!(default_value(&setting(&["Yes", "No"], "0", "")), "No (0)");
        assert_eq!(default_value(&setting(&["Enable", "Disable"], "1", "")), "Enable (1)");
        assert_eq!(default_value(&setting(&["By IP", "By Email"], "1", "")), "1");
        assert_eq!(default_value(&setting(&[], "(long text, 752 characters)", "")), "a text of 752 characters");
    }

    #[test]
    fn rules_are_told_in_words() {
        let rules = "required-entry validate-digits validate-digits-range digits-range-60-900";
        assert_eq!(takes(&setting(&[], "900", rules)), "a whole number, from 60 to 900, must be filled");
        assert_eq!(takes(&setting(&[], "", "validate-number validate-zero-or-greater")), "a number, 0 or more");
        assert_eq!(takes(&setting(&[], "", "validate-google-map-style")), "a text");
        assert_eq!(takes(&setting(&[], "", "digits-range-1-")), "1 or more");
    }

    #[test]
    fn numbers_agree_with_their_nouns() {
        assert_eq!(count(1, "setting"), "1 setting");
        assert_eq!(count(0, "menu entry"), "0 menu entries");
        assert_eq!(count(2, "order status"), "2 order statuses");
    }
}
