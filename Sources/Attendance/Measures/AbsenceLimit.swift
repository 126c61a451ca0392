internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// How many lessons a pupil may miss without excuse in each term of a year, by the regulation of its first day.
struct AbsenceLimit {
    private let byTerm: [Int: Int]
    private let daysByTerm: [Int: Int]
    private let own: [Int: OwnThresholds]

    init(_ year: SchoolYear, _ tenant: TenantID, _ connection: Connection) throws {
        let regulations = try Regulations.load(tenant, connection)
        let starts = [1: year.first, 2: Month(year.start + 1, 1).first]
        let rules = try starts.compactMapValues { day in
            try regulations.parameters(of: UnexcusedLimit.self, on: day)
        }
        byTerm = rules.mapValues(\.lessons)
        own = try rules.mapValues { try OwnThresholds($0.overrides, tenant, connection) }
        daysByTerm = try starts.compactMapValues { day in
            try regulations.parameters(of: UnexcusedPreschoolLimit.self, on: day)?.days
        }
    }

    /// How many days a child in preparation for school may miss in a term; nil where there is no limit.
    func days(term: Int) -> Int? { daysByTerm[term] }

    /// The condition on the columns `institution_id`, `term` and `lessons` that the limit is passed; never, where there is none.
    var passed: SQL {
        let terms = byTerm.sorted { $0.key < $1.key }.map { term, lessons -> SQL in
            let limit: SQL = own[term]?.sql(else: lessons) ?? "\(lessons)"
            return "(term = \(term) AND lessons > \(limit))"
        }
        return terms.isEmpty ? "1 = 0" : "(\(SQL.joined(terms, by: " OR ")))"
    }

    /// Which institutions of a selection have limits of their own, in a sentence for each term with its own.
    func ownWords(_ selection: Selection, _ names: any MemberNames) -> [Text] {
        let terms = own.filter { selection.term == nil || $0.key == selection.term }
        let sentences = terms.sorted { $0.key < $1.key }.compactMap { _, own in
            own.words(selection, names) {
                Noun(lv: "mācību stunda", "mācību stundas", en: "lesson", "lessons").counted($0)
            }
        }
        return sentences.reduce(into: []) { known, sentence in
            if !known.contains(sentence) { known.append(sentence) }
        }
    }

    /// What the limit is, in a sentence.
    func words(term: Int?) -> Text {
        let limits = Set(byTerm.filter { term == nil || $0.key == term }.values)
        guard let limit = limits.min() else {
            return Text(
                lv: "Šajā laikā neattaisnotu kavējumu robeža nebija noteikta.",
                en: "There was no limit of unexcused absence at that time."
            )
        }
        let lessons = Noun(lv: "mācību stundu", "mācību stundas", en: "lesson", "lessons").counted(limit)
        let whole = Text(
            lv: """
                Ieskaitīti izglītojamie, kuri semestrī bez attaisnojoša iemesla kavējuši vairāk nekā \(lessons.lv); \
                gadā – tie, kuri robežu pārsnieguši kaut vienā semestrī.
                """,
            en: """
                Pupils count who missed more than \(lessons.en) in a term without excuse; in a year, those who passed \
                the limit in either term.
                """
        )
        guard let days = daysByTerm.filter({ term == nil || $0.key == term }).values.min() else {
            return whole
        }
        let counted = Noun(lv: "dienu", "dienas", en: "day", "days").counted(days)
        return whole
            + Text(
                lv: """
                     Piecgadīgiem un sešgadīgiem bērniem obligātajā sagatavošanā robeža ir vairāk nekā \(counted.lv); \
                    tā zināma bērniem, kuriem reģistrā ir dzimšanas datums.
                    """,
                en: """
                     For children of five and six in compulsory preparation for school the limit is more than \
                    \(counted.en); it is known of children whose day of birth is in the register.
                    """
            )
    }
}
