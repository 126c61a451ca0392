import Frame
import Kernel
import Storage

/// Dates of all rooms together: a person's own, those that are late, and how they are told of outside the pages.
let datesRoom = Room(
    "dates",
    DatesPage.title,
    migrations: [.dates],
    pages: [DatesPage(), LatePage(), FeedPage(), FeedAction(), DigestAction()],
    navigation: [NavigationEntry(DatesPage.title, "/dates", .ownDates, order: 36, alsoAt: ["/late"])]
)

extension Migration {
    /// Addresses of calendars and wishes for mails; `rhythm` is 0 never, 1 daily, 2 weekly, `sent_on` 0 is not yet.
    static let dates = Migration(
        id: "2026-11-dates",
        tables: [
            TableNote(
                name: "calendar_feed",
                holds: .accounts,
                retention: "account",
                key: ["tenant_id", "account_id"]
            ),
            TableNote(
                name: "digest",
                holds: .accounts,
                retention: "account",
                key: ["tenant_id", "account_id"]
            ),
        ],
        sql: """
            CREATE TABLE calendar_feed (
                tenant_id INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                secret_hash BLOB NOT NULL,
                made_at INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, account_id)
            ) {register};
            CREATE UNIQUE INDEX calendar_feed_secret ON calendar_feed (tenant_id, secret_hash);
            CREATE TABLE digest (
                tenant_id INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                rhythm INTEGER NOT NULL CHECK (rhythm BETWEEN 0 AND 2),
                sent_on INTEGER NOT NULL,
                attempts INTEGER NOT NULL,
                lease_until INTEGER NOT NULL,
                problem_lv TEXT NOT NULL,
                problem_en TEXT NOT NULL,
                PRIMARY KEY (tenant_id, account_id)
            ) {register};
            """
    )
}
