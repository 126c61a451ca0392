package import Frame
package import Kernel

/// Numbers of a teacher's or a class's lessons beside those of the same subject and grade: in the institution, in similar
/// institutions and in the municipality.
///
/// Like is laid beside like, and each number is one over pupils, never a mean of means. Subjects and grades go by name and
/// number, and a row is of nobody else's lessons: teachers are not compared with each other. What would tell of one other
/// teacher is hidden, see `TeachingHands`.
package struct SubjectsBeside {
    /// What is laid beside each other.
    package struct Asked {
        let measure: String
        let counted: String?
        let hands: String
        let along: [Dimension]
        let counts: (MemberKey) -> Bool
        let words: ((_ subject: Int, _ grade: Int, _ rest: MemberKey) -> Text)?

        /// A mean or share by the name of its measure.
        ///
        /// `counted` says how many numbers it rests on, one a pupil, where people need not be counted one by one; `hands` has
        /// numbers of everybody who teaches, where the measure itself need not. Along what follows subject and grade those
        /// members count that `counts` says.
        package init(
            _ measure: String,
            counted: String? = nil,
            hands: String? = nil,
            along: [Dimension] = [],
            counts: @escaping (MemberKey) -> Bool = { _ in true },
            words: ((_ subject: Int, _ grade: Int, _ rest: MemberKey) -> Text)? = nil
        ) {
            self.measure = measure
            self.counted = counted
            self.hands = hands ?? measure
            self.along = along
            self.counts = counts
            self.words = words
        }

        /// The numbers of a selection with how many people they rest on.
        func tallies(
            _ question: Question,
            over dimensions: [Dimension],
            in selection: Selection
        ) throws -> [MemberKey: Tally] {
            guard let counted else {
                return try question.tallies(measure, over: dimensions, in: selection)
            }
            var tallies: [MemberKey: Tally] = [:]
            try question.sums(measure, over: dimensions, in: selection) { key, top, below in
                tallies[key] = Tally(top, over: below)
            }
            try question.sums(counted, over: dimensions, in: selection) { key, top, _ in
                tallies[key]?.people = top
            }
            return tallies
        }
    }

    /// The table; nil where the numbers are of several institutions or no other institution has any.
    package private(set) var section: ReportSection?
    /// What is laid beside each other, and what similar institutions are; empty without a table.
    package private(set) var notes: [Text] = []

    /// The table of what is narrowed to a teacher or a class; `heading` is what that is called.
    ///
    /// `subjects` are those that are laid beside others; nil is all.
    package init(
        _ question: Question,
        _ asked: Asked,
        of own: Selection,
        _ heading: Text,
        subjects: Set<Int>? = nil
    ) throws {
        let along: [Dimension] = [.institution, .subject, .grade] + asked.along
        let found = try asked.tallies(question, over: along, in: own).filter { key, tally in
            guard key.prefix(3).allSatisfy({ $0 > 0 }), tally.denominator > 0 else { return false }
            if let subjects, !subjects.contains(key[1]) { return false }
            return asked.counts(Array(key.dropFirst(3)))
        }
        let institutions = Set(found.keys.map { $0[0] })
        guard institutions.count == 1, let only = institutions.first,
            let group = try SimilarInstitutions.of(InstitutionID(rawValue: only), question)
        else { return }
        let measure = try question.measures.named(asked.measure)
        let unit = measure.unit
        let figures = Dictionary(
            uniqueKeysWithValues: found.map { key, tally -> (MemberKey, Figure) in
                let members = Dictionary(zip(along, key)) { first, _ in first }
                return (
                    key,
                    Figure(
                        measure: asked.measure,
                        unit: unit,
                        selection: own,
                        members: members,
                        tally: tally
                    )
                )
            }
        )
        let shown = try question.shown(figures)
        var rows: [ReportRow] = []
        var hasOthers = false
        for subject in question.members.sorted(.subject, Set(found.keys.map { $0[1] })) {
            var place = Selection(year: own.year, term: own.term, institution: group.own)
            place.subject = SubjectID(rawValue: subject)
            let ofSubject = found.filter { $0.key[1] == subject }
            let tallies = Dictionary(
                uniqueKeysWithValues: ofSubject.map { (Array($0.key.dropFirst(2)), $0.value) }
            )
            let sums = try SubjectSums(asked, place, own: tallies, beside: group, question)
            hasOthers = hasOthers || sums.hasOthers
            for key in tallies.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                let rest = Array(key.dropFirst())
                let words =
                    asked.words?(subject, key[0], rest)
                    ?? (question.members.name(.subject, subject) + Text.ofGrade(key[0]))
                let number = ReportCell.plain(shown[[only, subject] + key])
                rows.append(ReportRow([.words(words), number] + sums.cells(key)))
            }
        }
        guard hasOthers else { return }
        section = SubjectsBeside.section(rows, measure, heading)
        notes = [SubjectsBeside.note, group.definition]
    }

    private static func section(
        _ rows: [ReportRow],
        _ measure: any Measure,
        _ heading: Text
    ) -> ReportSection {
        let ending = Text(same: measure.unit == .share ? ", %" : "")
        func column(_ code: String, _ words: Text) -> ReportColumn {
            ReportColumn(code, words + ending).made(WiderFigures.making(measure.name))
        }
        return ReportSection(
            "comparison",
            title: Text(lv: "Salīdzinājums", en: "Comparison"),
            caption: measure.title,
            columns: [
                ReportColumn("subject", Text(lv: "Priekšmets un klases", en: "Subject and grade"), .words),
                column("own", heading),
                column("institution", Text(lv: "Iestādē", en: "Institution")),
                column("similar", Text(lv: "Līdzīgās iestādēs", en: "Similar institutions")),
                column("municipality", Text(lv: "Pašvaldībā", en: "Municipality")),
            ],
            rows: rows
        )
    }

    private static let note = Text(
        lv: """
            Salīdzinājumā ir tas pats priekšmets un klases pakāpe iestādē, līdzīgās iestādēs un pašvaldībā, kopā ar pašas \
            rindas izglītojamajiem; vidējo nekad nerēķina no vidējiem. Skaitli, no kura varētu uzzināt par viena cita pedagoga \
            klasēm vai par dažiem izglītojamajiem, nerāda tiem, kuri to nedrīkst redzēt. Klases ir atšķirīgas, un starpība nav \
            vērtējums par pedagoga darbu.
            """,
        en: """
            The comparison is with the same subject and grade in the institution, in similar institutions and in the \
            municipality, with the pupils of the row itself among them; means are never over means. What would tell of the \
            classes of one other teacher, or of a few pupils, is hidden from those who may not see it. Classes differ, and a \
            difference is no judgement of a teacher's work.
            """
    )

    /// The heading of the numbers of a teacher.
    package static let ofTeacher = Text(lv: "Pedagoga klasēs", en: "Teacher’s classes")
}
