package import Frame
package import Kernel
package import Pages
package import Registry

/// The questions that make a task, of a case and of a meeting alike: what, who does it, by when.
///
/// Who is listed is of a body already; anybody else is typed in with theirs.
package struct TaskFields {
    /// Somebody whom the form lists: what is sent, and what people read.
    package typealias Doer = (value: Int, name: String, body: CaseBody)

    private let language: Language
    private let doers: [Doer]
    private let typed: (String) -> String?
    private let error: (String) -> String?

    /// The questions with those who are listed, and for each question by its name what was typed and what is wrong.
    package init(
        _ language: Language,
        doers: [Doer],
        typed: @escaping (String) -> String?,
        error: @escaping (String) -> String?
    ) {
        self.language = language
        self.doers = doers
        self.typed = typed
        self.error = error
    }

    /// What is said of a task that nobody was chosen or named for.
    package static let nobody = Text(
        lv: "Izvēlieties no saraksta vai ierakstiet vārdu un amatu.",
        en: "Choose from the list, or type name and post."
    )

    /// Notes what is missing of somebody who is not listed.
    package static func check(_ person: String, _ body: CaseBody?, _ reader: inout FieldReader) {
        if person.isEmpty { reader.fail("doer", nobody) }
        if body == nil { reader.fail("body", .missingChoice) }
    }

    /// The parts of the form.
    package var parts: [Form.Part] {
        let listed = doers.map { Option(String($0.value), "\($0.name) (\($0.body.words[language]))") }
        let other = Option("0", text("Cits, ierakstiet zemāk", "Somebody else, typed below"))
        let bodies = CaseBody.allCases.map { Option(String($0.rawValue), $0.words[language]) }
        return [
            field(
                "text",
                text("Kas jāizdara", "What is to be done"),
                .area(value: typed("text") ?? "", rows: 2)
            ),
            field(
                "doer",
                text("Kas to dara", "Who does it"),
                .select(listed + [other], chosen: typed("doer"))
            ),
            field(
                "person",
                text("Vārds un amats", "Name and post"),
                .text(value: typed("person") ?? ""),
                hint: text(
                    "Tikai tad, ja sarakstā izvēlējāties „Cits”.",
                    "Only where you chose somebody else in the list."
                )
            ),
            field(
                "body",
                text("Institūcija", "Institution"),
                .select(bodies, chosen: typed("body") ?? "1"),
                hint: text("Tikai tad, ja ierakstījāt vārdu.", "Only where you typed a name.")
            ),
            field("due", text("Līdz kurai dienai", "By which day"), .date(value: typed("due") ?? "")),
        ]
    }

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    /// A field of the form; one that another answer asks for says so in its hint.
    private func field(_ name: String, _ label: String, _ control: Control, hint: String? = nil) -> Form.Part
    {
        .field(
            Field(name, label, control, hint: hint, error: error(name))
        )
    }
}
