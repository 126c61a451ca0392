internal import Frame
internal import Kernel

/// The numbers of Sekme in the lines of a file, and the parts that they lead to.
final class PartNumbers {
    /// What a line is about.
    enum Found {
        /// The part at this place among those of its programme.
        case row(Int)
        /// A part that is not there yet.
        case new
        /// Nothing, as its number cannot be taken.
        case fault(Problem)
    }

    private let tenant: TenantID
    /// The numbers that lines before had.
    private var taken: Set<PartNumber> = []
    /// Where parts stand that lines before were about.
    private(set) var places: [PlanFinding.Subject: SourcePlace] = [:]

    init(_ tenant: TenantID) {
        self.tenant = tenant
    }

    /// Finds the part of a line among those of its programme: by the number of Sekme, else by that of the document.
    ///
    /// A number of another board says nothing here. In a file with numbers of this one a line without it that has another
    /// name is new, though its number of the document is still a part's: that part gets another one further down.
    func find<Part: NumberedPart>(
        _ text: String,
        named name: String,
        in rows: [Part],
        _ hasNumber: (Part) -> Bool
    ) -> Found {
        if !text.isEmpty {
            guard let said = PartNumber(text) else { return .fault(PartNumberProblem.unreadable(text)) }
            guard said.part == Part.filePart else { return .fault(PartNumberProblem.kind(text)) }
            if said.tenant == tenant {
                guard let index = rows.firstIndex(where: { $0.id == said.id }) else {
                    return .fault(PartNumberProblem.stranger(text))
                }
                guard taken.insert(said).inserted else { return .fault(ProgrammeProblem.twice(text)) }
                return .row(index)
            }
        }
        guard let index = rows.firstIndex(where: hasNumber) else { return .new }
        let isSame = name.isEmpty || LatvianKey.search(name) == LatvianKey.search(rows[index].name)
        return taken.isEmpty || !text.isEmpty || isSame ? .row(index) : .new
    }

    /// Remembers where a part stands, for what is found of its number.
    func note<Part: NumberedPart>(_ row: Part, at place: SourcePlace) {
        places[.number(Part.filePart, row.id)] = place
    }
}

/// What is said of a number of Sekme that a line of a programme cannot be taken by.
enum PartNumberProblem {
    static func unreadable(_ value: String) -> Problem {
        Problem(
            "plan.sekme.unreadable",
            value: value,
            Text(
                lv: "Vērtība nav programmas rindas Sekmes numurs.",
                en: "The value is no number of Sekme’s."
            ),
            advice: Text(
                lv: """
                    Atstājiet numuru tādu, kāds tas ir Sekmes eksportētajā failā, vai lauku iztukšojiet: tad rindu meklēs pēc \
                    dokumenta numura.
                    """,
                en: """
                    Leave the number as Sekme’s file has it, or make the field blank: the row is then looked for by its \
                    number in the document.
                    """
            )
        )
    }

    static func kind(_ value: String) -> Problem {
        Problem(
            "plan.sekme.kind",
            value: value,
            Text(
                lv: "Šis Sekmes numurs apzīmē cita veida rindu.",
                en: "This number of Sekme’s names a row of another kind."
            ),
            advice: Text(
                lv: "Pārbaudiet, vai numurs ir īstajā rindā; jaunai rindai to neraksta.",
                en: "Check that the number stands in the right row; a new row has none."
            )
        )
    }

    /// Whether another programme has the row is not told.
    static func stranger(_ value: String) -> Problem {
        Problem(
            "plan.sekme.unknown",
            value: value,
            Text(
                lv: "Šajā programmā nav rindas ar šādu Sekmes numuru.",
                en: "This programme has no row with this number of Sekme’s."
            ),
            advice: Text(
                lv: "Pārbaudiet numuru un programmas kodu; jaunai rindai Sekmes numuru neraksta.",
                en: "Check the number and the code of the programme; a new row has no number of Sekme’s."
            )
        )
    }
}
