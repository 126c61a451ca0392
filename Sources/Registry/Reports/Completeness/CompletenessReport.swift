import Frame
import Kernel
import Storage

/// What is missing of each institution, or of each class of one: marks, absences, lessons, tests, pupils.
enum CompletenessReport: Report {
    static let name = "completeness"
    static let standsStill = true
    static let title = Text(lv: "Datu pilnība", en: "Completeness of the data")
    static let purpose = Text(
        lv: "Kuru iestāžu un klašu vērtējumu, kavējumu, stundu vai pārbaudes darbu datu vēl nav?",
        en: "Of which institutions and classes are marks, absences, lessons or test results still missing?"
    )
    static let filters: [ReportFilter] = [
        .year, .term, .institution, .classGroup, .institutions, .years,
    ]

    static func answer(_ question: Question) throws -> ReportDocument {
        let expected = try ExpectedData(question)
        let sources = try SourceOfData.all.filter { question.measures.names.contains($0.measure) }
            .map { try RecordedData($0, expected, question) }
        let months = sources.filter { $0.source.period == .month }
        let others = sources.filter { $0.source.period != .month }
        let table = try CompletenessTable(question, expected, others)
        // Of classes it has words of what is waited for alone; of institutions also their classes and pupils.
        let saysNothing =
            expected.dimension == .classGroup && others.allSatisfy(\.due.isEmpty)
            && months.contains { !$0.due.isEmpty }
        return ReportDocument(
            finding: finding(expected, sources),
            notes: [
                expected.dimension == .institution ? counted : nil,
                Text(
                    lv: """
                        Par semestriem un mēnešiem, kas vēl nav beigušies, un par pirmsskolas grupām dati netiek gaidīti. Stundu \
                        un pārbaudes darbu vērtējumus un rezultātus gaida tajās klašu pakāpēs, kurās kādai pašvaldības klasei \
                        tādi ir šajā vai iepriekšējā mācību gadā.
                        """,
                    en: """
                        Of terms and months that are not over, and of preschool groups, no data are waited for. Marks of lessons \
                        and tests, and results, are waited for in grades in which a class of the board has some this school year \
                        or the one before.
                        """
                ),
                Text(
                    lv: """
                        Paziņotais izglītojamo skaits ir no Valsts izglītības informācijas sistēmas saraksta; starpība ir \
                        Sekmes skaits mīnus paziņotais.
                        """,
                    en: """
                        The reported number of pupils is from the list of the State Education Information System; the \
                        difference is the number in Sekme less the reported one.
                        """
                ),
            ].compactMap { $0 },
            (saysNothing ? [] : [table.section]) + months.map { MonthTable(question, expected, $0).section }
        )
    }

    /// What the numbers of a table of institutions say; of classes there are words.
    private static let counted = Text(
        lv: "Skaitlis ir to klašu skaits, kurām gaidāmo datu nav; 0 nozīmē, ka tie ir visām klasēm.",
        en: "The number is that of classes without the data waited for; 0 says that all classes have them."
    )

    /// How many institutions or classes miss nothing; it speaks of no person.
    private static func finding(_ expected: ExpectedData, _ sources: [RecordedData]) -> Text? {
        let asked = expected.members.filter { expected.classes(of: $0) > 0 }
        guard !asked.isEmpty, sources.contains(where: { !$0.due.isEmpty }) else { return nil }
        let whole = asked.count { member in
            sources.allSatisfy { source in source.due.allSatisfy { source.missing(member, $0) == 0 } }
        }
        let isOfInstitutions = expected.dimension == .institution
        guard asked.count > 1 else { return ofOne(isOfInstitutions, isWhole: whole == 1) }
        let noun =
            isOfInstitutions
            ? Noun(lv: "iestādes", "iestādēm", en: "institution", "institutions")
            : Noun(lv: "klases", "klasēm", en: "class", "classes")
        let form = noun.form(asked.count)
        return Text(
            lv:
                "Visi gaidāmie dati ir \(Format(.lv).integer(whole)) no \(Format(.lv).integer(asked.count)) \(form.lv).",
            en: "All data waited for are there for \(whole) of \(asked.count) \(form.en)."
        )
    }

    /// Of a single institution or class, as “0 of 1” is no sentence.
    private static func ofOne(_ isInstitution: Bool, isWhole: Bool) -> Text {
        let name =
            isInstitution
            ? Text(lv: "Iestādei", en: "The institution") : Text(lv: "Klasei", en: "The class")
        guard isWhole else {
            return Text(
                lv: "\(name.lv) vēl nav visu gaidāmo datu.",
                en: "\(name.en) does not have all data waited for yet."
            )
        }
        return Text(
            lv: "\(name.lv) ir visi gaidāmie dati.",
            en: "\(name.en) has all data waited for."
        )
    }
}
