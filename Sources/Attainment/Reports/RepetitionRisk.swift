internal import Frame
internal import Kernel
internal import Registry

/// Pupils who do not meet the condition of the next grade, by name, with the subjects that keep them from it; nobody but
/// those who work with pupils gets the section.
enum RepetitionRisk {
    static func section(_ question: Question) throws -> ReportSection? {
        let circle = question.asker.reach(.readPupils, on: question.today)
        guard !circle.isEmpty else { return nil }
        var selection = question.selection
        selection.reach = circle
        let marks = try PromotionMarks(selection, question.tenant, question.connection)
        let pupils = try marks?.pupils([:], question.connection).filter { !$0.isPromoted } ?? []
        let failing = try marks?.failing(pupils.map(\.id), question.connection) ?? []
        let reasons = Dictionary(grouping: failing, by: \.pupil)
        return ReportSection(
            "pupils",
            title: title(selection, question.today),
            caption: Text(
                lv: "Redzams tikai tiem, kuri strādā ar šiem izglītojamajiem.",
                en: "Seen only by those who work with these pupils."
            ),
            columns: [
                ReportColumn("pupil", Text(lv: "Izglītojamais", en: "Pupil"), .words),
                ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words, optional: true),
                ReportColumn("class", Text(lv: "Klase", en: "Class"), .words),
                ReportColumn("below", Text(lv: "Priekšmeti", en: "Subjects")).made(below),
                ReportColumn("why", Text(lv: "Kāpēc", en: "Why"), .words),
            ],
            rows: sorted(pupils, question.members).map { pupil in
                row(pupil, reasons[pupil.id] ?? [], question.members)
            },
            empty: Text(
                lv: "Visi izglītojamie, par kuriem ir vērtējumi, atbilst nosacījumam.",
                en: "All pupils with marks meet the condition."
            )
        )
    }

    /// Of a year that has ended nobody is at risk any more: it was decided.
    private static func title(_ selection: Selection, _ today: Day) -> Text {
        selection.term == nil && selection.year.last < today
            ? Text(lv: "Neatbilda pārcelšanas nosacījumam", en: "Did not meet the condition of promotion")
            : Text(lv: "Kam draud palikt uz otru gadu", en: "At risk of repeating the grade")
    }

    private static let below = NumberMaking(
        Text(
            lv: """
                Priekšmeti, kuros vērtējums ir nv vai zemāks par mazāko, ko prasība nosaka izglītojamā klasei: gada \
                vērtējumi, bet, ja izvēlēts semestris, tā vērtējumi. Sarakstā ir tie, kuriem šādu priekšmetu ir vairāk, nekā \
                prasība pieļauj.
                """,
            en: """
                Subjects in which the mark is nv or lower than the least that the rule sets for the pupil’s grade: marks of the \
                year or, where a term is chosen, of that term. Those are listed who have more such subjects than the rule allows.
                """
        ),
        of: [],
        measures: ["attainment/promoted"],
        rules: [PromotionRule.regulation]
    )

    private static func sorted(
        _ pupils: [PromotionMarks.Pupil],
        _ members: any MemberNames
    ) -> [PromotionMarks.Pupil] {
        let institutions = members.sorted(.institution, Set(pupils.map(\.institution)))
        let classes = members.sorted(.classGroup, Set(pupils.map(\.classGroup)))
        let names = members.sorted(.pupil, Set(pupils.map(\.id.rawValue)))
        func places(_ ids: [Int]) -> [Int: Int] {
            Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
        }
        let (byInstitution, byClass, byName) = (places(institutions), places(classes), places(names))
        return pupils.map { pupil in
            let place = [
                byInstitution[pupil.institution] ?? 0, byClass[pupil.classGroup] ?? 0,
                byName[pupil.id.rawValue] ?? 0, pupil.grade,
            ]
            return (place, pupil)
        }
        .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }

    private static func row(
        _ pupil: PromotionMarks.Pupil,
        _ reasons: [PromotionMarks.Failing],
        _ members: any MemberNames
    ) -> ReportRow {
        let id = pupil.id.rawValue
        return ReportRow(
            [
                .member(.pupil, id, members.name(.pupil, id)),
                .member(.institution, pupil.institution, members.name(.institution, pupil.institution)),
                pupil.classGroup == 0
                    ? .unknown
                    : .member(.classGroup, pupil.classGroup, members.name(.classGroup, pupil.classGroup)),
                .number(pupil.below, decimals: 0),
                .words(why(reasons, members)),
            ],
            persons: [pupil.id]
        )
    }

    /// "Fizika nv, Matemātika 3".
    private static func why(_ reasons: [PromotionMarks.Failing], _ members: any MemberNames) -> Text {
        let bySubject = Dictionary(reasons.map { ($0.subject, $0) }) { first, _ in first }
        let parts = members.sorted(.subject, bySubject.keys).compactMap { subject -> Text? in
            guard let reason = bySubject[subject] else { return nil }
            let mark = reason.mark.map { $0 % 100 == 0 ? "\($0 / 100)" : Format(.lv).decimal($0, 2) } ?? "nv"
            return members.name(.subject, subject) + Text(same: "\u{a0}\(mark)")
        }
        return Text(
            lv: parts.map(\.lv).joined(separator: ", "),
            en: parts.map(\.en).joined(separator: ", ")
        )
    }
}
