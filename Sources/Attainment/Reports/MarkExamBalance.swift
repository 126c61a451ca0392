package import Frame
package import Kernel
internal import Registry

/// Whether marks and results of central examinations agree, by examination.
///
/// Only pupils count who have both, so that both means are of the same people.
package enum MarkExamBalance: Report {
    package static let name = "mark-exam-balance"
    package static let standsStill = true
    package static let title = Text(
        lv: "Vērtējumu un eksāmenu līdzsvars",
        en: "Balance of marks and examinations"
    )
    package static let purpose = Text(
        lv: "Vai gada vērtējumi un centralizēto eksāmenu rezultāti priekšmetā ir līdzsvarā?",
        en: "Do annual marks and results of central examinations in a subject agree?"
    )
    package static let subjectPermission = Permission.readTeacherFigures
    package static let filters: [ReportFilter] = [
        .year, .term, .institution, .classGroup, .compared, .institutions, .years, .subject,
    ]

    package static func answer(_ question: Question) throws -> ReportDocument {
        let regulations = try Regulations.load(question.tenant, question.connection)
        let day = question.selection.year.last
        let rule: MarkBalanceRule? = try regulations.parameters(on: day)
        guard let rule, let words = regulations.named(MarkBalanceRule.regulation, on: day)?.words else {
            return ReportDocument([BalanceTable.section("table", [], nil)])
        }
        let pairs = try BalancePairs(question, question.selection, rule)
        var sections = [BalanceTable.section("table", pairs.rows(by: nil), nil)]
        if pairs.isOpen, let along = BalanceTable.along(question.selection) {
            let places = pairs.rows(by: along)
            sections.append(BalanceTable.section("places", places, along))
            let picture = BalancePicture(places, along, question.members).section
            sections += [picture].compactMap { $0 }
        }
        let beside = try BalanceBeside(question)
        let notes = [words, note, pairs.isOpen ? nil : BalanceTable.closed, beside.definition]
        return ReportDocument(notes: notes.compactMap { $0 }, sections + beside.sections)
    }

    private static let note = Text(
        lv: """
            Ieskaitīti izglītojamie, kuriem ir gan vērtējums desmit ballu skalā (gada vai izvēlētā semestra), gan centralizētā \
            eksāmena rezultāts tajā pašā priekšmetā. Katra vērtējumu pārrēķina procentos, tad rēķina vidējo no izglītojamajiem. \
            Starpība ir vērtējumi mīnus eksāmens, procentpunktos; robeža ieskaitīta. Eksāmena rezultāts ir vesels procents bez \
            noapaļošanas.
            """,
        en: """
            Pupils count who have both a mark on the ten-point scale (of the year or the chosen term) and a result of the \
            central examination in the subject. Each mark is turned into per cent, then the mean over pupils is made. The \
            difference is marks less examination, in percentage points, the bound included. A result is a whole per cent, cut \
            off.
            """
    )
}
