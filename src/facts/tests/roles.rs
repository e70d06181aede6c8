//! One case a mistake, as an author sees it.

use snapbox::str;

use super::fixture::findings;
use crate::diag::render::{Format, render};

/// Checks everything that an author is told.
#[track_caller]
fn check(markdown: &str, expected: impl snapbox::IntoData) {
    snapbox::assert_data_eq!(render(&findings(markdown), Format::Human), expected);
}

#[test]
fn what_the_shop_has_is_not_reported() {
    check(
        "[Sales > Operations > Orders](admin:), [Stores > Settings > Configuration > General > Web](admin:), \
         [Use Web Server Rewrites](setting:web/seo/use_rewrites), [cache:flush](cli:), [SKU](term:sku), \
         `bin/magento config:set web/seo/use_rewrites 1`, {{mage-os: [rma:list](cli:)}}\n\n\
         :::mage-os\n\n[Sales > Logs](admin:) and [Enable RMA](setting:rma/general/enabled)\n\n:::\n",
        str![""],
    );
}

#[test]
fn a_wrong_step_is_shown_with_what_was_meant() {
    check(
        "Go to [Sales > Operation > Orders](admin:).",
        str![[r"
error[unknown-menu-path]: below `Sales` there is no `Operation` in either edition
 --> docs/index.md:6:16
  |
6 | Go to [Sales > Operation > Orders](admin:).
  |                ^^^^^^^^^ named here
help: did you mean `Operations`?

1 error

"]],
    );
}

#[test]
fn a_path_through_the_configuration_is_followed_to_its_end() {
    check(
        "[Stores > Settings > Configuration > General > Web > Search Engine Optimisation](admin:)\n\n\
         [Stores > Settings > Configuration > Web](admin:)",
        str![[r"
error[unknown-menu-path]: below `Stores > Settings > Configuration > General > Web` there is no `Search Engine Optimisation` in either edition
 --> docs/index.md:6:54
  |
6 | [Stores > Settings > Configuration > General > Web > Search Engine Optimisation](admin:)
  |                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ named here
help: did you mean `Search Engine Optimization`?

error[unknown-menu-path]: below `Stores > Settings > Configuration` there is no `Web` in either edition
 --> docs/index.md:8:38
  |
8 | [Stores > Settings > Configuration > Web](admin:)
  |                                      ^^^ named here
help: `Web` is at `Stores > Settings > Configuration > General > Web`

2 errors

"]],
    );
}

#[test]
fn what_one_edition_has_belongs_into_its_passage() {
    check(
        "[Sales > Logs](admin:) [Enable RMA](setting:rma/general/enabled) [rma:list](cli:)",
        str![[r"
error[unknown-menu-path]: below `Sales` there is no `Logs` in Magento Open Source
 --> docs/index.md:6:10
  |
6 | [Sales > Logs](admin:) [Enable RMA](setting:rma/general/enabled) [rma:list](cli:)
  |          ^^^^ named here
help: Mage-OS has it: put this into a `:::mage-os` block

error[unknown-setting]: the configuration has no `rma/general/enabled` in Magento Open Source
 --> docs/index.md:6:45
  |
6 | [Sales > Logs](admin:) [Enable RMA](setting:rma/general/enabled) [rma:list](cli:)
  |                                             ^^^^^^^^^^^^^^^^^^^ named here
help: Mage-OS has it: put this into a `:::mage-os` block

error[unknown-command]: bin/magento has no command `rma:list` in Magento Open Source
 --> docs/index.md:6:67
  |
6 | [Sales > Logs](admin:) [Enable RMA](setting:rma/general/enabled) [rma:list](cli:)
  |                                                                   ^^^^^^^^ named here
help: Mage-OS has it: put this into a `:::mage-os` block

3 errors

"]],
    );
}

#[test]
fn a_slip_in_a_setting_a_command_or_a_term_is_shown_with_what_was_meant() {
    check(
        "[Rewrites](setting:web/seo/use_rewrite)\n\n[cache:flash](cli:)\n\n[SKU](term:skuu)\n",
        str![[r"
error[unknown-setting]: the configuration has no `web/seo/use_rewrite` in either edition
 --> docs/index.md:6:20
  |
6 | [Rewrites](setting:web/seo/use_rewrite)
  |                    ^^^^^^^^^^^^^^^^^^^ named here
help: a setting with a similar path exists: `web/seo/use_rewrites`

error[unknown-command]: bin/magento has no command `cache:flash` in either edition
 --> docs/index.md:8:2
  |
8 | [cache:flash](cli:)
  |  ^^^^^^^^^^^ named here
help: a command with a similar name exists: `cache:flush`

error[unknown-glossary-entry]: the glossary has no entry `skuu`
  --> docs/index.md:10:12
   |
10 | [SKU](term:skuu)
   |            ^^^^ named here
help: an entry with a similar name exists: `sku`

3 errors

"]],
    );
}

#[test]
fn commands_in_code_are_checked_too() {
    check(
        "```bash\nbin/magento cache:flsh && bin/magento config:set web/seo/rewrites 1\n```\n\n`bin/magento --version`",
        str![[r"
error[unknown-command]: bin/magento has no command `cache:flsh` in either edition
 --> docs/index.md:7:13
  |
7 | bin/magento cache:flsh && bin/magento config:set web/seo/rewrites 1
  |             ^^^^^^^^^^ named here
help: a command with a similar name exists: `cache:flush`

error[unknown-setting]: the configuration has no `web/seo/rewrites` in either edition
 --> docs/index.md:7:50
  |
7 | bin/magento cache:flsh && bin/magento config:set web/seo/rewrites 1
  |                                                  ^^^^^^^^^^^^^^^^ named here
help: a setting with a similar path exists: `web/seo/use_rewrites`

2 errors

"]],
    );
}

#[test]
fn a_setting_is_called_what_the_screen_calls_it() {
    check(
        "[Search Engine Optimization](setting:web/seo/use_rewrites) and [rewrites](setting:web/seo/use_rewrites)",
        str![[r"
error[wrong-setting-label]: the setting `web/seo/use_rewrites` is not called `rewrites`
 --> docs/index.md:6:65
  |
6 | [Search Engine Optimization](setting:web/seo/use_rewrites) and [rewrites](setting:web/seo/use_rewrites)
  |                                                                 ^^^^^^^^
help: its label is `Use Web Server Rewrites`

1 error

"]],
    );
}
