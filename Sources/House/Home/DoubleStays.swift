import Frame
import Kernel
import Pages
import Registry
import Storage

/// Pupils who are enrolled at two institutions of general education at once: one of the two has to end its stay.
///
/// A school enrols a pupil who comes over and does not end the stay at the other school; whoever enrolled somebody
/// by mistake, or to see their data, is seen by both.
enum DoubleStays {
    static func find(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        let reach = desk.asker.reach(.readPupils, on: desk.today)
        guard reach.everything || !reach.institutions.isEmpty else { return [] }
        let today = desk.today.number
        let stays = try connection.rows(
            """
            SELECT e.pupil_id, e.institution_id FROM enrolment e
            JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
            WHERE e.tenant_id = \(desk.tenant) AND c.grade > 0 AND e.from_day <= \(today)
                AND (e.to_day = 0 OR e.to_day >= \(today))
                AND e.pupil_id IN (
                    SELECT o.pupil_id FROM enrolment o
                    JOIN class_group d ON d.tenant_id = o.tenant_id AND d.id = o.class_id
                    WHERE o.tenant_id = \(desk.tenant) AND d.grade > 0 AND o.from_day <= \(today)
                        AND (o.to_day = 0 OR o.to_day >= \(today))
                    GROUP BY o.pupil_id HAVING count(DISTINCT o.institution_id) > 1
                )
            ORDER BY e.pupil_id, e.institution_id
            """,
            Int.self,
            InstitutionID.self
        )
        let own = stays.filter { reach.everything || reach.institutions.contains($0.1) }
        let pupils = Set(own.map(\.0)).sorted()
        guard let first = pupils.first else { return [] }
        return [matter(pupils.count, first, try names(stays.map(\.1), desk, connection))]
    }

    private static func matter(_ count: Int, _ first: Int, _ institutions: [String]) -> Matter {
        var matter = Matter(
            count,
            Noun(
                lv: "izglītojamais vienlaikus uzņemts vairākās iestādēs",
                "izglītojamie vienlaikus uzņemti vairākās iestādēs",
                en: "pupil is enrolled at two institutions at once",
                "pupils are enrolled at two institutions at once"
            )
        )
        let names = institutions.joined(separator: ", ")
        matter.more = Text(
            lv:
                "\(names). Iestāde, no kuras izglītojamais aizgājis, importē sarakstu ar atskaitīšanas dienu.",
            en: "\(names). The institution that the pupil left imports a list with the last day."
        )
        matter.isLate = true
        let words =
            count == 1
            ? Text(lv: "Atvērt izglītojamo", en: "Open the pupil")
            : Text(lv: "Atvērt pirmo", en: "Open the first")
        matter.way = (words, Address("/pupils/\(first)"))
        return matter
    }

    private static func names(
        _ institutions: [InstitutionID],
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [String] {
        try connection.rows(
            """
            SELECT name FROM institution
            WHERE tenant_id = \(desk.tenant) AND id IN (\(list: Set(institutions).sorted()))
            ORDER BY sort_key, id LIMIT 6
            """,
            String.self
        )
    }
}
