import Frame
import Kernel
import Storage

/// What people keep of reports for themselves and others: saved views, sets for meetings, subscriptions.
let savedRoom = Room(
    "saved",
    Text(lv: "Saglabātie skati", en: "Saved views"),
    migrations: [.saved, .savedNames],
    pages: [
        SaveView(), ViewPage(), ViewEditPage(), ViewEditAction(), SavedRemoveAction<SavedView>(),
        SavedRestoreAction<SavedView>(), SetNewPage(), SetNewAction(), SetPage(), SetEditPage(),
        SetNameAction(), SetItemAction(), SavedRemoveAction<ReportSet>(), SavedRestoreAction<ReportSet>(),
        SubscribeAction(), SubscriptionsPage(), SubscribedPage(), UnsubscribeAction(), SubscribeAgainAction(),
    ],
    listeners: [RemovedListener()]
)

extension Migration {
    static let saved = Migration(
        id: "2026-11-saved",
        tables: [
            TableNote(name: "saved_view", holds: .accounts, retention: "account", key: ["tenant_id", "id"]),
            TableNote(name: "report_set", holds: .accounts, retention: "account", key: ["tenant_id", "id"]),
            TableNote(
                name: "report_set_item",
                holds: .accounts,
                retention: "account",
                key: ["tenant_id", "set_id", "position"],
                partOf: TableNote.Whole("set_id", of: "report_set")
            ),
            TableNote(
                name: "subscription",
                holds: .accounts,
                retention: "account",
                key: ["tenant_id", "id"]
            ),
        ],
        sql: """
            CREATE TABLE saved_view (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                share INTEGER NOT NULL CHECK (share BETWEEN 0 AND 2),
                institution_id INTEGER NOT NULL,
                name TEXT NOT NULL,
                report TEXT NOT NULL,
                chosen TEXT NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE INDEX saved_view_account ON saved_view (tenant_id, account_id);
            CREATE TABLE report_set (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                share INTEGER NOT NULL CHECK (share BETWEEN 0 AND 2),
                institution_id INTEGER NOT NULL,
                name TEXT NOT NULL,
                day INTEGER NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE TABLE report_set_item (
                tenant_id INTEGER NOT NULL,
                set_id INTEGER NOT NULL,
                position INTEGER NOT NULL CHECK (position >= 1),
                name TEXT NOT NULL,
                report TEXT NOT NULL,
                chosen TEXT NOT NULL,
                PRIMARY KEY (tenant_id, set_id, position),
                FOREIGN KEY (tenant_id, set_id) REFERENCES report_set (tenant_id, id)
            ) {register};
            CREATE TABLE subscription (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                report TEXT NOT NULL,
                chosen TEXT NOT NULL,
                delivery TEXT NOT NULL,
                data_version TEXT NOT NULL,
                fingerprint TEXT NOT NULL,
                changed_at INTEGER NOT NULL,
                opened_at INTEGER NOT NULL,
                lease_until INTEGER NOT NULL,
                attempts INTEGER NOT NULL,
                problem_lv TEXT NOT NULL,
                problem_en TEXT NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE INDEX subscription_account ON subscription (tenant_id, account_id);
            """
    )
}
