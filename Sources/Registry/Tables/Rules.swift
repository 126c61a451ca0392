package import Frame
import Kernel
import Storage

extension RegisterTable {
    /// Code lists, each item with its words and dates.
    package static let codeLists = RegisterTable(
        "code_list",
        key: ["list", "code", "from_day"],
        columns: ["to_day", "lv", "en", "position", "is_editable", "counts_as"],
        noun: FactWords(
            Text(lv: "Klasifikatori", en: "Code lists"),
            Noun(lv: "klasifikatora vērtība", "klasifikatoru vērtības", en: "code", "codes")
        )
    )
    /// Rules of regulations with the period they are in force.
    package static let regulations = RegisterTable(
        "regulation",
        key: ["name", "from_day"],
        columns: ["to_day", "lv", "en", "source", "parameters", "is_editable"],
        noun: FactWords(
            Text(lv: "Normatīvās prasības", en: "Rules of regulations"),
            Noun(lv: "prasība", "prasības", en: "rule", "rules")
        )
    )
    /// Scales of marks.
    package static let markScales = RegisterTable(
        "mark_scale",
        columns: ["code", "lv", "en", "from_day", "to_day", "lowest", "highest"],
        noun: FactWords(
            Text(lv: "Vērtējumu skalas", en: "Scales of marks"),
            Noun(lv: "skala", "skalas", en: "scale", "scales")
        ),
        references: ["scale_id"]
    )
    /// Values of scales.
    package static let scaleValues = RegisterTable(
        "scale_value",
        key: ["scale_id", "text_key"],
        columns: ["text", "hundredths", "level", "counts", "to_day", "from_day", "sign"],
        noun: FactWords(
            Text(lv: "Vērtējumu skalu vērtības", en: "Values of scales"),
            Noun(lv: "vērtība", "vērtības", en: "value", "values")
        )
    )
}

extension RegistryTable {
    /// `is_editable` marks what no public source confirms, so that a board sets it by what it knows.
    static let codeList = RegistryTable(
        .codeLists,
        holds: .organisations,
        retention: "permanent",
        sql: """
            CREATE TABLE code_list (
                tenant_id INTEGER NOT NULL,
                list TEXT NOT NULL,
                code TEXT NOT NULL,
                from_day INTEGER NOT NULL,
                to_day INTEGER NOT NULL DEFAULT 0,
                lv TEXT NOT NULL DEFAULT '',
                en TEXT NOT NULL DEFAULT '',
                position INTEGER NOT NULL DEFAULT 0,
                is_editable INTEGER NOT NULL DEFAULT 0 CHECK (is_editable IN (0, 1)),
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, list, code, from_day)
            ) {register};
            """
    )
    /// `parameters` is a JSON object; what stands in it, the rule's type says.
    static let regulation = RegistryTable(
        .regulations,
        holds: .organisations,
        retention: "permanent",
        sql: """
            CREATE TABLE regulation (
                tenant_id INTEGER NOT NULL,
                name TEXT NOT NULL,
                from_day INTEGER NOT NULL,
                to_day INTEGER NOT NULL DEFAULT 0,
                lv TEXT NOT NULL DEFAULT '',
                en TEXT NOT NULL DEFAULT '',
                source TEXT NOT NULL DEFAULT '',
                parameters TEXT NOT NULL DEFAULT '{}',
                is_editable INTEGER NOT NULL DEFAULT 0 CHECK (is_editable IN (0, 1)),
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, name, from_day)
            ) {register};
            """
    )
    static let markScale = RegistryTable(
        .markScales,
        holds: .organisations,
        retention: "permanent",
        sql: """
            CREATE TABLE mark_scale (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                code TEXT NOT NULL DEFAULT '',
                lv TEXT NOT NULL DEFAULT '',
                en TEXT NOT NULL DEFAULT '',
                from_day INTEGER NOT NULL DEFAULT 0,
                to_day INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE UNIQUE INDEX mark_scale_code ON mark_scale (tenant_id, code, from_day);
            """
    )
    /// `hundredths` is NULL where the value is no number; `level` is 1 low to 4 high, 0 none; `counts` says
    /// whether it takes part in a mean.
    static let scaleValue = RegistryTable(
        .scaleValues,
        holds: .organisations,
        retention: "permanent",
        sql: """
            CREATE TABLE scale_value (
                tenant_id INTEGER NOT NULL,
                scale_id INTEGER NOT NULL,
                text_key TEXT NOT NULL,
                text TEXT NOT NULL DEFAULT '',
                hundredths INTEGER,
                level INTEGER NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 4),
                counts INTEGER NOT NULL DEFAULT 1 CHECK (counts IN (0, 1)),
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, scale_id, text_key),
                FOREIGN KEY (tenant_id, scale_id) REFERENCES mark_scale (tenant_id, id)
            ) {register};
            """
    )
}
