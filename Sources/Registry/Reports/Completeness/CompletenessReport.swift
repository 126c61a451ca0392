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
        let table = try CompletenessTable(question, expected, sources.filter { $0.source.period != .month })
        return ReportDocument(
            finding: finding(expected, sources),
            notes: [
                Text(
                    lv: """
                        Skaitlis ir to klašu skaits, kurām datu nav; 0 nozīmē, ka dati ir visām klasēm. Semestri un mēneši, kas \
                        vēl nav beigušies, un pirmsskolas grupas netiek gaidītas.
                        """,
                    en: """
                        The number is that of classes without data; 0 says that all classes have some. Terms and months \
                        that are not over, and preschool groups, are not waited for.
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
            ],
            [table.section] + months.map { MonthTable(question, expected, $0).section }
        )
    }

    /// How many institutions or classes miss nothing; it speaks of no person.
    private static func finding(_ expected: ExpectedData, _ sources: [RecordedData]) -> Text? {
        let asked = expected.members.filter { expected.classes(of: $0) > 0 }
        guard !asked.isEmpty, sources.contains(where: { !$0.due.isEmpty }) else { return nil }
        let whole = asked.count { member in
            sources.allSatisfy { source in source.due.allSatisfy { source.missing(member, $0) == 0 } }
        }
        let noun =
            expected.dimension == .institution
            ? Noun(lv: "iestādes", "iestādēm", en: "institution", "institutions")
            : Noun(lv: "klases", "klasēm", en: "class", "classes")
        let form = noun.form(asked.count)
        return Text(
            lv:
                "Visi gaidāmie dati ir \(Format(.lv).integer(whole)) no \(Format(.lv).integer(asked.count)) \(form.lv).",
            en: "All data waited for are there for \(whole) of \(asked.count) \(form.en)."
        )
    }
}
