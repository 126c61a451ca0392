package import Frame
import Kernel
import Storage

extension RegisterTable {
    /// Municipalities, each within one period between reforms.
    package static let territories = RegisterTable(
        "territory",
        columns: ["code", "name", "sort_key", "search_key", "from_day", "to_day"],
        noun: FactWords(
            Text(lv: "Novadi un pilsētas", en: "Municipalities"),
            Noun(lv: "pašvaldība", "pašvaldības", en: "municipality", "municipalities")
        )
    )
}

extension RegistryTable {
    /// `to_day` 0 is open.
    static let territory = RegistryTable(
        .territories,
        holds: .organisations,
        retention: "permanent",
        sql: """
            CREATE TABLE territory (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                code TEXT NOT NULL DEFAULT '',
                name TEXT NOT NULL DEFAULT '',
                sort_key BLOB NOT NULL DEFAULT (CAST('' AS BLOB)),
                search_key TEXT NOT NULL DEFAULT '',
                from_day INTEGER NOT NULL DEFAULT 0,
                to_day INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            """
    )
}
