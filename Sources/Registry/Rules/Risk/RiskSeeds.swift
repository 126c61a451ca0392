import Kernel

/// The rules of risk that Sekme ships; a board edits each of them and adds its own.
enum RiskSeeds {
    static let all: [Regulation] = seeds.map(\.regulation) + [levels, failure]
    /// One kind for each name, however many records it has.
    static let kinds: [RuleKind] = seeds.reduce(into: []) { kinds, seed in
        guard !kinds.contains(where: { $0.name == seed.name }) else { return }
        kinds.append(RuleKind(RiskRule.self, named: seed.name, seed.title))
    }
    /// The first day of records that took the place of others: what is judged by the rules of an earlier day is judged as
    /// it was.
    static let turn = Month(2027, 1).first

    struct Seed {
        let name: String
        let title: Text
        let words: Text
        let parameters: String
        let from: Day
        let to: Day?
        let source: String
        let isEditable: Bool

        init(
            _ name: String,
            _ title: Text,
            _ words: Text,
            _ parameters: String,
            from: Day? = nil,
            to: Day? = nil,
            source: String = "Noteikusi pašvaldība; PuMPuRS prakse",
            isEditable: Bool = true
        ) {
            self.name = RiskRule.prefix + name
            self.title = title
            self.words = words
            self.parameters = parameters
            self.from = from ?? Day(number: 0)
            self.to = to
            self.source = source
            self.isEditable = isEditable
        }

        var regulation: Regulation {
            Regulation(
                name: name,
                from: from,
                to: to,
                words: words,
                source: source,
                parameters: parameters,
                isEditable: isEditable
            )
        }
    }

    private static let seeds = absence + preparation + marks + course + others

    private static let course = [
        Seed(
            "repeating",
            Text(lv: "Mācās atkārtoti", en: "Repeats the grade"),
            Text(
                lv: "Izglītojamais mācās tajā pašā klasē, kurā mācījās iepriekšējā gadā.",
                en: "The pupil is in the same grade as in the year before."
            ),
            #"{"comparison":"at-least","group":"1","mode":"live","overrides":{},"quantity":"repeating","threshold":1}"#
        ),
        Seed(
            "school-changed",
            Text(lv: "Izglītības iestādes maiņa", en: "Changed school"),
            Text(
                lv: "Izglītojamais mācību gada laikā mainījis izglītības iestādi.",
                en: "The pupil changed school within the school year."
            ),
            #"{"comparison":"at-least","group":"1","mode":"live","overrides":{},"quantity":"school-changed","threshold":1}"#
        ),
    ]

    private static let others = [
        Seed(
            "behaviour",
            Text(lv: "Uzvedības ieraksti", en: "Behaviour entries"),
            Text(
                lv:
                    "Semestrī žurnālā ir pieci vai vairāk ierakstu par piezīmēm, pārkāpumiem vai konfliktiem.",
                en: "In the term the journal has five or more entries of remarks, breaches or conflicts."
            ),
            #"{"comparison":"at-least","group":"1","mode":"live","overrides":{},"quantity":"behaviour-term","threshold":5}"#
        ),
        Seed(
            "observation",
            Text(lv: "Novērojums", en: "Observation"),
            Text(
                lv: "Pedagogs vai atbalsta speciālists pamanījis riska pazīmi un pierakstījis, ko novērojis.",
                en: "A teacher or support specialist noticed a sign of risk and wrote down what was seen."
            ),
            #"{"comparison":"at-least","group":"2","mode":"live","overrides":{},"quantity":"observation","threshold":1}"#
        ),
    ]

    private static let levels = Regulation(
        name: PreventionLevelRule.regulation,
        from: Day(number: 0),
        to: nil,
        words: Text(
            lv: """
                Sistēma iesaka mērķtiecīgo prevenciju, ja ir viena riska pazīme, un pielāgoto, ja ir trīs dažādas; līmeni \
                nosaka cilvēks.
                """,
            en: """
                The system proposes targeted prevention at one sign of risk and tailored at three different ones; a \
                person sets the level.
                """
        ),
        source: "Noteikusi pašvaldība",
        parameters: #"{"tailored":3,"targeted":1}"#,
        isEditable: true
    )

    private static let failure = Regulation(
        name: AnnualFailureRule.regulation,
        from: Day(number: 0),
        to: nil,
        words: Text(
            lv: "Gada vērtējums zem 4 ballēm desmit ballu skalā vai zem 10 skalā līdz 20 ir nepietiekams.",
            en: "An annual mark below 4 on the ten-point scale, or below 10 on the scale to 20, is a failure."
        ),
        source: "MK 11.01.2022. noteikumi Nr. 11; citas skalas nosaka pašvaldība",
        parameters: #"{"bounds":{"\#(MarkScales.ten)":4,"\#(MarkScales.twenty)":10}}"#,
        isEditable: true
    )
}
