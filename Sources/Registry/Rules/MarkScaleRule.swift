package import Kernel

/// Which scale a grade's marks are on, where neither a file nor a mapping says it.
package struct MarkScaleRule: RuleParameters {
    package static let regulation = "mark-scale"
    /// A span of grades with one scale.
    package struct Span: Codable, Hashable, Sendable {
        /// The first grade.
        package let from: Int
        /// The last grade.
        package let to: Int
        /// The code of the scale.
        package let scale: String
    }
    /// The spans; marks of a grade in none of them are on the ten-point scale.
    package let spans: [Span]

    /// The code of a grade's scale, nil where the rule says none.
    package func scale(of grade: Int) -> String? {
        spans.first { $0.from <= grade && grade <= $0.to }?.scale
    }

    package static let title = Text(lv: "Vērtējumu skalas pa klasēm", en: "Scales of marks by grade")
    package static let fields = [
        RuleField(
            "spans",
            Text(lv: "Klašu posms", en: "Span of grades"),
            .lines([
                RuleField("from", Text(lv: "No klases", en: "From grade"), .whole(0...12)),
                RuleField("to", Text(lv: "Līdz klasei", en: "To grade"), .whole(0...12)),
                RuleField(
                    "scale",
                    Text(lv: "Skalas kods", en: "Code of the scale"),
                    .sign,
                    hint: Text(
                        lv: "Piemēram, ten – 10 balles, stap – apguves līmeņi.",
                        en: "Such as ten for ten points, stap for levels of acquisition."
                    )
                ),
            ])
        )
    ]

    package var fault: RuleFault? {
        for (index, span) in spans.enumerated() {
            if span.to < span.from {
                return RuleFault(
                    "spans-\(index + 1)-to",
                    Text(lv: "Pēdējā klase ir pirms pirmās.", en: "The last grade is before the first.")
                )
            }
            if spans.prefix(index).contains(where: { $0.from <= span.to && span.from <= $0.to }) {
                return RuleFault(
                    "spans-\(index + 1)-from",
                    Text(lv: "Klašu posmi pārklājas.", en: "Two spans have a grade in common.")
                )
            }
        }
        return nil
    }
}

/// Scales by grade as regulations have them; in which year each grade changed over is left to the board.
enum MarkScaleSeeds {
    static let all = [
        seed(
            to: SchoolYear(2019).last,
            Text(
                lv: "2.–12. klasē vērtē 10 ballu skalā; 1. klasē vērtējumi ir aprakstoši.",
                en: "Grades 2 to 12 have marks of ten points; grade 1 is described in words."
            ),
            "Eurydice",
            #"{"spans":[{"from":2,"to":12,"scale":"ten"}]}"#
        ),
        seed(
            from: SchoolYear(2020).first,
            Text(
                lv: "1.–3. klasē vērtē apguves līmeņos (S, T, A, P), 4.–12. klasē – 10 ballu skalā.",
                en:
                    "Grades 1 to 3 have levels of acquisition (S, T, A, P), grades 4 to 12 marks of ten points."
            ),
            "MK 27.11.2018. noteikumi Nr. 747; MK 03.09.2019. noteikumi Nr. 416; burti – vispārpieņemts apzīmējums",
            #"{"spans":[{"from":1,"to":3,"scale":"stap"},{"from":4,"to":12,"scale":"ten"}]}"#
        ),
    ]

    private static func seed(
        from: Day = Day(number: 0),
        to: Day? = nil,
        _ words: Text,
        _ source: String,
        _ parameters: String
    ) -> Regulation {
        Regulation(
            name: MarkScaleRule.regulation,
            from: from,
            to: to,
            words: words,
            source: source,
            parameters: parameters,
            isEditable: true
        )
    }
}
