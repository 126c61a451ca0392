internal import Evidence
package import Kernel

/// A code list: what it is called, and whether people may add to it.
package struct CodeListKind: Sendable {
    /// The stable name: `leave-reason`.
    package let name: String
    /// What people call it.
    package let title: Text
    /// Whether codes may be added and ended; otherwise the program knows each of them by its code.
    package let isOpen: Bool
    /// Whether its codes are numbers, as rows hold them so.
    package var isNumbered = false
    /// Whether each of its values counts as a kind of absence.
    package var hasKinds = false

    /// Every list, in the order of pages.
    ///
    /// Each of them is read somewhere as the tenant has it. Kinds of absence are no list: their words are in titles of
    /// measures and columns, which are made before a tenant is known, and words for one board that pages take and
    /// measures do not would contradict each other. Reasons of absence are one, as no measure is named after them; each
    /// counts as one of the kinds.
    package static let all = [
        CodeListKind(
            name: CodeLists.leaveReasons,
            title: Text(lv: "Atskaitīšanas iemesli", en: "Reasons for leaving"),
            isOpen: true
        ),
        CodeListKind(
            name: CodeLists.arrivalReasons,
            title: Text(lv: "Uzņemšanas iemesli", en: "Reasons for coming"),
            isOpen: true
        ),
        CodeListKind(
            name: CodeLists.absenceReasons,
            title: Text(lv: "Kavējumu iemesli", en: "Reasons of absence"),
            isOpen: true,
            isNumbered: true,
            hasKinds: true
        ),
        CodeListKind(
            name: CodeLists.absenceCauses,
            title: Text(
                lv: "Neattaisnotu kavējumu iemesli (VIIS)",
                en: "Reasons of unexcused absence (VIIS)"
            ),
            isOpen: true
        ),
        CodeListKind(
            name: CodeLists.institutionKinds,
            title: Text(lv: "Iestāžu veidi", en: "Kinds of institutions"),
            isOpen: true
        ),
        CodeListKind(
            name: CodeLists.learningAreas,
            title: Text(lv: "Mācību jomas", en: "Learning areas"),
            isOpen: false
        ),
        CodeListKind(
            name: CodeLists.studyForms,
            title: Text(lv: "Izglītības ieguves formas", en: "Forms of study"),
            isOpen: true
        ),
        CodeListKind(
            name: CodeLists.riskGroups,
            title: Text(
                lv: "Mācību pārtraukšanas riska grupas",
                en: "Groups of risk of leaving early"
            ),
            isOpen: false
        ),
        CodeListKind(
            name: CodeLists.riskFactors,
            title: Text(lv: "Mācību pārtraukšanas riski", en: "Risks of leaving early"),
            isOpen: true
        ),
        CodeListKind(
            name: CodeLists.supportMeasures,
            title: Text(lv: "Atbalsta pasākumu veidi", en: "Kinds of support measures"),
            isOpen: true,
            isNumbered: true
        ),
        CodeListKind(
            name: CodeLists.talentActivities,
            title: Text(lv: "Talantīgo izglītojamo aktivitātes", en: "Activities of talented pupils"),
            isOpen: true
        ),
        CodeListKind(
            name: CodeLists.referralKinds,
            title: Text(lv: "Nosūtījumu veidi", en: "Kinds of referrals"),
            isOpen: true
        ),
        CodeListKind(
            name: CodeLists.processingPurposes,
            title: Text(lv: "Personas datu apstrādes nolūki", en: "Purposes of processing personal data"),
            isOpen: true
        ),
        CodeListKind(
            name: CodeLists.processingBases,
            title: Text(lv: "Personas datu apstrādes tiesiskie pamati", en: "Legal bases of processing"),
            isOpen: true
        ),
    ]

    /// The list of a name.
    package static func named(_ name: String) throws(Refusal) -> CodeListKind {
        if let kind = all.first(where: { $0.name == name }) { return kind }
        let names = all.map(\.name).joined(separator: ", ")
        throw Refusal(
            .unknown,
            Text(lv: "Nav klasifikatora „\(name)”.", en: "There is no code list “\(name)”."),
            advice: Text(lv: "Ir: \(names).", en: "There are: \(names).")
        )
    }

    /// The questions of an item.
    package var fields: [EditField] {
        var fields = [
            EditField("lv", Text(lv: "Nosaukums latviski", en: "Name in Latvian"), .line),
            EditField("en", Text(lv: "Nosaukums angliski", en: "Name in English"), .line),
            EditField(
                "position",
                Text(lv: "Vieta sarakstā", en: "Place in the list"),
                .number(decimals: 0),
                hint: Text(lv: "Mazāks skaitlis ir augstāk.", en: "A smaller number stands higher.")
            ),
        ]
        if isOpen {
            fields.append(
                EditField(
                    "to",
                    Text(lv: "Lieto līdz", en: "In use until"),
                    .day,
                    hint: Text(
                        lv:
                            "Pēdējā diena, piemēram, 31.08.2026. Vērtību neizdzēš: dati, kas uz to norāda, paliek.",
                        en:
                            "The last day, such as 31.08.2026. The value is not removed: data that name it stay."
                    ),
                    isOptional: true
                )
            )
        }
        return fields
    }

    /// The questions of an item that is to be made: what is settled with its code, too.
    package var newFields: [EditField] { (hasKinds ? [CodeListKind.kindField] : []) + fields }

    /// The kind of absence that a value counts as.
    static let kindField = EditField(
        "kind",
        Text(lv: "Kā skaita", en: "Counts as"),
        .choice(AbsenceKind.allCases.map { EditField.Choice($0.code, $0.words) }),
        hint: Text(
            lv: """
                Nosaka, pievienojot kodu, un vēlāk nemaina, jo pēc tā ir skaitītas kavētās stundas. Slimību un citus \
                attaisnojošus iemeslus redz tikai tie, kam ir atļauja redzēt veselības datus.
                """,
            en: """
                Set with the code and never changed, as lessons missed are counted by it. Illness and other excuses are \
                seen by those alone who may know of health.
                """
        )
    )
}
