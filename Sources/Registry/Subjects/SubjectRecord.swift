package import Frame
import Kernel
package import Storage

/// A subject with its row version, as an editor sees it.
package struct SubjectRecord: Sendable, Readable {
    /// The id.
    package let id: SubjectID
    /// The name.
    package let name: String
    /// The code of the source system; empty where it has none.
    package let code: String
    /// The learning area, 1 to 7; 0 for none.
    package let area: Int
    /// The version of its row, for changes.
    package let version: Int

    package init(row: inout Row) throws {
        id = try row.next()
        name = try row.next()
        code = try row.next()
        area = try row.next()
        version = try row.next()
    }

    init(id: SubjectID, name: String, code: String, area: Int, version: Int) {
        self.id = id
        self.name = name
        self.code = code
        self.area = area
        self.version = version
    }

    /// Its answers.
    package var texts: EditTexts { ["name": name, "code": code, "area": String(area)] }

    /// The subjects of a tenant in Latvian order.
    static func all(_ tenant: TenantID, _ connection: Connection) throws -> [SubjectRecord] {
        try connection.rows(
            """
            SELECT id, name, code, area, version FROM subject WHERE tenant_id = \(tenant)
            ORDER BY sort_key, id
            """
        )
    }

    /// The questions of a subject.
    static func fields(_ areas: [CodeItem]) -> [EditField] {
        [
            EditField("name", Text(lv: "Nosaukums", en: "Name"), .line),
            EditField(
                "code",
                Text(lv: "Kods", en: "Code"),
                .line,
                hint: Text(
                    lv: "Kods avota sistēmā, ja tāds ir.",
                    en: "The code in the source system, if any."
                ),
                isOptional: true
            ),
            EditField(
                "area",
                Text(lv: "Mācību joma", en: "Learning area"),
                .choice(
                    [EditField.Choice("0", Text(lv: "nav norādīta", en: "not given"))]
                        + areas.map { EditField.Choice($0.code, $0.words) }
                )
            ),
        ]
    }
}
