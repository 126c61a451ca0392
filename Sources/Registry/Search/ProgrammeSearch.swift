import Frame
import Kernel
import Pages
import Storage

/// Finds education programmes of institutions whose figures the asker may see.
struct ProgrammeSearch {
    let desk: Desk
    let connection: Connection
    let language: Language

    /// A programme by what people know it by; several institutions may have it.
    private struct Licensed: Hashable {
        let code: String
        let name: String
        let key: String
    }

    /// So many digits of a code and more are looked for; fewer begin half of all codes.
    private static let fewestDigits = 4

    /// Programmes by words of the name, with Latvian letters or without, or by the beginning of the code.
    func find(_ words: SearchWords, into answer: inout SearchAnswer) throws {
        let reach = desk.asker.reach(.readFigures, on: desk.today)
        guard !answer.isFull, reach.everything || !reach.institutions.isEmpty else { return }
        let seen: SQL =
            reach.everything ? "1 = 1" : "p.institution_id IN (\(list: reach.institutions.sorted()))"
        // A board has some thousand programmes of some hundred names: each is looked through once.
        let rows = try connection.rows(
            """
            SELECT p.code, p.name, i.id, i.name, p.search_key FROM programme p
            JOIN institution i ON i.tenant_id = p.tenant_id AND i.id = p.institution_id
            WHERE p.tenant_id = \(desk.tenant) AND \(seen) AND (p.to_day = 0 OR p.to_day >= \(desk.today))
            ORDER BY p.sort_key, p.code, p.id
            """,
            String.self,
            String.self,
            InstitutionID.self,
            String.self,
            String.self
        )
        var order: [Licensed] = []
        var places: [Licensed: [(id: InstitutionID, name: String)]] = [:]
        for row in rows {
            let programme = Licensed(code: row.0, name: row.1, key: row.4)
            if places[programme] == nil { order.append(programme) }
            places[programme, default: []].append((id: row.2, name: row.3))
        }
        for programme in order where matches(programme, words) {
            add(programme, places[programme] ?? [], &answer)
        }
    }

    private func matches(_ programme: Licensed, _ words: SearchWords) -> Bool {
        if words.digits.count >= ProgrammeSearch.fewestDigits, programme.code.hasPrefix(words.digits) {
            return true
        }
        return words.digits.isEmpty && words.match(programme.key)
    }

    /// The programmes' own report is where a programme leads: of its institution where it is the only one.
    private func add(
        _ programme: Licensed,
        _ places: [(id: InstitutionID, name: String)],
        _ answer: inout SearchAnswer
    ) {
        guard let first = places.first else { return }
        let isOne = Set(places.map(\.id)).count == 1
        let report: Address = "/reports/registry/programmes"
        let way = isOne ? report.adding("institution", String(first.id.rawValue)) : report
        let institutions = Noun(lv: "iestāde", "iestādes", en: "institution", "institutions")
        answer.add(
            SearchHit(
                kind: .programme,
                id: answer.hits.count,
                name: [programme.name, programme.code].filter { !$0.isEmpty }.joined(separator: ", "),
                place: isOne ? first.name : institutions.counted(Set(places.map(\.id)).count)[language],
                way: way.text
            )
        )
    }
}
