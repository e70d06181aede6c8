//! An export: everything that one running shop says about itself.

use std::sync::Arc;

use super::about::ExportSource;
use super::admin_menu::AdminMenu;
use super::commands::Commands;
use super::place::AdminTree;
use super::read::Folder;
use super::resources::{self, Resource};
use super::settings::Settings;
use super::system::{
    Attribute, Cache, Carrier, ContentType, CronJob, EmailTemplate, ImportExport, Indexer, OrderStatus, PaymentMethod,
};
use crate::content::sources::Sources;
use crate::diag::{Diagnostic, SourceFile};

/// The facts of one edition.
#[derive(Debug)]
pub struct Export {
    /// Where it was read.
    pub source: ExportSource,
    /// The menu of the Admin.
    pub menu: AdminMenu,
    /// The configuration.
    pub settings: Settings,
    /// The commands.
    pub commands: Commands,
    /// Menu, configuration sections and fields as one tree of labels.
    pub admin: AdminTree,
    /// The jobs that cron starts.
    pub cron_jobs: Vec<CronJob>,
    /// The indexers.
    pub indexers: Vec<Indexer>,
    /// The caches.
    pub caches: Vec<Cache>,
    /// The e-mails that the shop sends.
    pub email_templates: Vec<EmailTemplate>,
    /// The statuses of orders, once for each state that they belong to.
    pub order_statuses: Vec<OrderStatus>,
    /// What roles may allow.
    pub resources: Vec<Resource>,
    /// The attributes of products in a fresh shop.
    pub product_attributes: Vec<Attribute>,
    /// The attributes of categories in a fresh shop.
    pub category_attributes: Vec<Attribute>,
    /// What can be imported and exported.
    pub import_export: ImportExport,
    /// The payment methods.
    pub payment_methods: Vec<PaymentMethod>,
    /// The shipping carriers.
    pub carriers: Vec<Carrier>,
    /// The content types of Page Builder.
    pub content_types: Vec<ContentType>,
}

impl Export {
    /// Reads the folder of an export; `promise` is the file that says that it is there.
    #[must_use]
    pub fn load(
        sources: &Sources,
        path: &str,
        source: ExportSource,
        promise: &Arc<SourceFile>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let folder = &mut Folder { sources, path, promise, diagnostics };
        let menu = AdminMenu::load(folder);
        let settings = Settings::load(folder);
        Self {
            source,
            commands: Commands::load(folder),
            cron_jobs: folder.rows("cron-jobs.json", |row: &CronJob| &row.job),
            indexers: folder.rows("indexers.json", |row: &Indexer| &row.id),
            caches: folder.rows("caches.json", |row: &Cache| &row.id),
            email_templates: folder.rows("email-templates.json", |row: &EmailTemplate| &row.id),
            order_statuses: folder.value("order-statuses.json"),
            resources: resources::load(folder),
            product_attributes: folder.rows("product-attributes.json", |row: &Attribute| &row.code),
            category_attributes: folder.rows("category-attributes.json", |row: &Attribute| &row.code),
            import_export: folder.value("import-export.json"),
            payment_methods: folder.rows("payment-methods.json", |row: &PaymentMethod| &row.code),
            carriers: folder.rows("shipping-carriers.json", |row: &Carrier| &row.code),
            content_types: folder.rows("page-builder-content-types.json", |row: &ContentType| &row.name),
            admin: AdminTree::default(),
            menu,
            settings,
        }
    }

    /// Builds what is computed from the rows; to be called when the supplement is in.
    pub(crate) fn index(&mut self) {
        self.menu.index();
        self.settings.index();
        self.commands.index();
        self.admin = AdminTree::new(&self.menu, &self.settings);
    }
}
