//! Labels as they stand on the screen, made of labels as they stand in the product's files.

/// Returns a label without markup: tags go, and with `<i>` the remark between them; entities become their signs.
///
/// Labels of the payment sections carry links and remarks: `Braintree Payments (by <a …>GENE Commerce</a>)`.
pub(super) fn plain(label: &str) -> String {
    let mut out = String::with_capacity(label.len());
    let mut rest = label;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        let is_remark = rest[start..end].starts_with("<i>");
        rest = &rest[end..];
        if is_remark {
            rest = rest.split_once("</i>").map_or("", |(_, after)| after);
        }
    }
    out.push_str(rest);
    let out = out.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    out.trim().to_owned()
}

/// Splits `Full Page Cache > Varnish Configuration`; groups without a label, which have an id there, are left out.
pub(super) fn groups(path: &str) -> Vec<String> {
    path.split(" > ").filter(|group| !is_id(group)).map(plain).filter(|group| !group.is_empty()).collect()
}

/// Tells whether a step is the id of a group without a label: no label of the Admin is written like one.
fn is_id(group: &str) -> bool {
    group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_remarks_are_no_part_of_a_label() {
        assert_eq!(plain("PayPal Payment Gateways&nbsp;<i>Process payments.</i>"), "PayPal Payment Gateways");
        assert_eq!(plain("Braintree (by <a href=\"x\">GENE</a>)"), "Braintree (by GENE)");
        assert_eq!(plain("a < b"), "a");
        assert_eq!(plain("<i>unclosed"), "");
    }

    #[test]
    fn a_group_without_a_label_is_no_step() {
        assert_eq!(groups("braintree_section > Basic Settings"), ["Basic Settings"]);
        assert_eq!(groups("cardinal > CardinalCommerce"), ["CardinalCommerce"]);
        assert_eq!(groups("Base URLs (Secure)"), ["Base URLs (Secure)"]);
    }
}
