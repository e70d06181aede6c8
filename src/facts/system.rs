//! The short tables of an export: what runs, what is sent, what orders and products have.

use serde::{Deserialize, Deserializer};

/// A job that cron starts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CronJob {
    /// Its name.
    pub job: String,
    /// The group that it runs in.
    pub group: String,
    /// When, as a cron expression.
    pub schedule: Option<String>,
    /// The setting that says when.
    pub schedule_config_path: Option<String>,
}

/// An indexer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Indexer {
    /// The name for `indexer:reindex`.
    pub id: String,
    /// What stands in Index Management.
    pub title: String,
    /// The indexers that run before it.
    #[serde(default)]
    pub dependencies: Vec<String>,
}

/// A cache.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Cache {
    /// The name for `cache:clean`.
    pub id: String,
    /// What stands in Cache Management.
    pub label: String,
}

/// An e-mail that the shop sends.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct EmailTemplate {
    /// Its id.
    pub id: String,
    /// What stands in the list of templates.
    pub label: String,
    /// The module that brings it.
    pub module: String,
    /// `frontend` for customers, `adminhtml` for the people who run the shop.
    pub area: String,
}

/// A status of orders in one state.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct OrderStatus {
    /// Its code.
    pub status: String,
    /// What stands in the Admin.
    pub label: String,
    /// The state that it belongs to; `None` when none is assigned.
    pub state: Option<String>,
    /// Whether orders get it when they enter the state.
    #[serde(default, deserialize_with = "flag")]
    pub is_default: bool,
    /// Whether customers see it.
    #[serde(default, deserialize_with = "flag")]
    pub visible_on_front: bool,
}

/// An attribute of products or categories.
#[expect(clippy::struct_excessive_bools, reason = "they are columns of a table, not states")]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Attribute {
    /// Its code, the column of an import.
    pub code: String,
    /// What stands in the form; some have none.
    pub label: Option<String>,
    /// The kind of field.
    pub input: Option<String>,
    /// Whether it must be filled.
    #[serde(default, deserialize_with = "flag")]
    pub required: bool,
    /// For whom it can have its own value.
    pub scope: String,
    /// Whether the storefront's search looks at it.
    #[serde(default, deserialize_with = "flag")]
    pub searchable: bool,
    /// Whether layered navigation can filter by it.
    #[serde(default, deserialize_with = "flag")]
    pub filterable: bool,
    /// Whether product comparison shows it.
    #[serde(default, deserialize_with = "flag")]
    pub comparable: bool,
    /// The product types that have it; all when there are none.
    pub apply_to: Option<String>,
}

/// A payment method.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PaymentMethod {
    /// Its code.
    pub code: String,
    /// What customers see until it is changed.
    pub title: Option<String>,
    /// Whether a fresh shop offers it.
    pub active_by_default: bool,
}

/// A shipping carrier.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Carrier {
    /// Its code.
    pub code: String,
    /// What customers see until it is changed.
    pub title: String,
}

/// A content type of Page Builder.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ContentType {
    /// Its name in the product's files.
    pub name: String,
    /// What stands in the panel.
    pub label: String,
}

/// What can be imported and exported.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct ImportExport {
    /// What can be imported.
    pub import: Vec<ImportEntity>,
    /// What can be exported.
    pub export: Vec<ExportEntity>,
}

/// A kind of records that can be imported.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ImportEntity {
    /// Its code.
    pub code: String,
    /// What stands in Entity Type.
    pub label: String,
    /// What an import can do.
    pub behaviors: Vec<Behavior>,
    /// The columns of the sample file.
    pub sample_file_columns: Vec<String>,
}

/// What an import does with rows that exist.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Behavior {
    /// What stands in Import Behavior.
    pub label: String,
}

/// A kind of records that can be exported.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ExportEntity {
    /// Its code.
    pub code: String,
    /// What stands in Entity Type.
    pub label: String,
}

/// Reads `"1"`, `"0"` and their kin: the export has flags as the database keeps them.
fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    let text = String::deserialize(deserializer)?;
    Ok(text != "0" && !text.is_empty())
}
