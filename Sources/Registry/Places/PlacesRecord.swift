import Frame
import Kernel
import Storage

/// Founders and addresses of an institution and the places of its programmes, as an editor sees them: each by the day
/// from which it holds.
struct PlacesRecord: Sendable {
    /// What is asked for: the founder, the addresses, the places of a programme.
    struct Part: Hashable, Sendable {
        /// The beginning of the names of its answers.
        let name: String
        let heading: Text
        /// The programme; nil for the institution itself.
        let programme: ProgrammeID?
        /// Whether there may be several texts at a time.
        let isMany: Bool
    }

    let institution: InstitutionID
    let name: String
    let parts: [Part]
    let dated: [String: DatedTexts]
    /// How often people changed it.
    let changes: Int
    /// Another number whenever anything of it changed, by hand or by an import.
    let version: Int

    /// How the row is named in history and in the audit trail.
    var row: String { String(institution.rawValue) }

    /// More lines of one part than anybody has.
    static let most = 60

    /// Its answers: a day and a text a line; no day is since nobody knows when.
    var texts: EditTexts { PlacesRecord.texts(dated) }

    static func texts(_ dated: [String: DatedTexts]) -> EditTexts {
        var texts: EditTexts = [:]
        for (name, dated) in dated {
            for (index, stretch) in dated.stretches.enumerated() {
                texts["\(name)-\(index + 1)-from"] =
                    stretch.from == 0 ? "" : Day(number: stretch.from).description
                texts["\(name)-\(index + 1)-text"] = DatedTexts.joined(stretch.texts)
            }
        }
        return texts
    }

    /// How many lines of a part have an answer.
    static func lines(of name: String, _ typed: EditTexts) -> Int {
        (1...most).last { line in
            ["from", "text"].contains { !(typed["\(name)-\(line)-\($0)"] ?? "").trimmed.isEmpty }
        } ?? 0
    }

    /// The questions: the lines that are there and an empty one for each part.
    static func fields(_ parts: [Part], _ typed: EditTexts) -> [EditField] {
        parts.flatMap { part in
            (1...min(most, lines(of: part.name, typed) + 1)).flatMap { line in
                [
                    EditField(
                        "\(part.name)-\(line)-from",
                        Text(lv: "No dienas", en: "From day"),
                        .day,
                        isOptional: true,
                        group: part.heading
                    ),
                    EditField(
                        "\(part.name)-\(line)-text",
                        part.isMany
                            ? Text(
                                lv: "Adreses, atdalītas ar semikolu",
                                en: "Addresses, with semicolons between"
                            )
                            : Text(lv: "Dibinātājs", en: "Founder"),
                        .line,
                        isOptional: true,
                        group: part.heading
                    ),
                ]
            }
        }
    }

    /// What an institution has; nil where there is no such institution.
    static func load(
        _ institution: InstitutionID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> PlacesRecord? {
        let name = try connection.value(
            "SELECT name FROM institution WHERE tenant_id = \(tenant) AND id = \(institution)",
            String.self
        )
        guard let name else { return nil }
        let programmes = try connection.rows(
            """
            SELECT id, name, code FROM programme WHERE tenant_id = \(tenant) AND institution_id = \(institution)
            ORDER BY sort_key, code, id
            """,
            ProgrammeID.self,
            String.self,
            String.self
        )
        let places = try DatedPlaces.load(tenant, of: institution, connection)
        let founder = Part(
            name: "founder",
            heading: Text(lv: "Dibinātājs", en: "Founder"),
            programme: nil,
            isMany: false
        )
        let address = Part(
            name: "address",
            heading: Text(lv: "Iestādes adreses", en: "Addresses of the institution"),
            programme: nil,
            isMany: true
        )
        let parts = programmes.map { id, name, code in
            Part(
                name: "programme\(id.rawValue)",
                heading: Text(lv: "Programmas īstenošanas vietas: ", en: "Places of the programme: ")
                    + Text(same: [name, code].filter { !$0.isEmpty }.joined(separator: ", ")),
                programme: id,
                isMany: true
            )
        }
        var dated = ["founder": places.founders[institution], "address": places.addresses[institution]]
        for part in parts { dated[part.name] = part.programme.flatMap { places.programmes[$0] } }
        let changes = try RegisterHistory.version(
            .institutionAddresses,
            String(institution.rawValue),
            tenant,
            connection
        )
        let rows = try versions(institution, tenant, connection)
        return PlacesRecord(
            institution: institution,
            name: name,
            parts: [founder, address] + parts,
            dated: dated.compactMapValues { $0 },
            changes: changes,
            version: changes * 1_000_000 + rows
        )
    }

    /// The versions of all rows together.
    private static func versions(
        _ institution: InstitutionID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Int {
        let sums = try connection.rows(
            """
            SELECT 1, CAST(coalesce(sum(version), 0) AS INTEGER) FROM institution_address
            WHERE tenant_id = \(tenant) AND institution_id = \(institution)
            UNION ALL SELECT 2, CAST(coalesce(sum(version), 0) AS INTEGER) FROM institution_founder
            WHERE tenant_id = \(tenant) AND institution_id = \(institution)
            UNION ALL SELECT 3, CAST(coalesce(sum(a.version), 0) AS INTEGER) FROM programme_address a
            JOIN programme p ON p.tenant_id = a.tenant_id AND p.id = a.programme_id
            WHERE a.tenant_id = \(tenant) AND p.institution_id = \(institution)
            ORDER BY 1
            """,
            Int.self,
            Int.self
        )
        return sums.reduce(0) { $0 + $1.1 }
    }
}
