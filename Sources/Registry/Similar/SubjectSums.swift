internal import Frame
internal import Kernel

/// The numbers of one subject by grade: of an institution, of those like it and of the municipality.
///
/// All are sums over pupils, read from cells; nobody is counted one by one where another measure knows how many there are.
struct SubjectSums {
    /// Whether any other institution has one of the numbers.
    let hasOthers: Bool
    private let institution: [MemberKey: Figure]
    private let similar: [MemberKey: Figure]
    private let all: [MemberKey: Figure]

    /// The numbers by grade and the rest of the key; `place` names institution and subject, `own` are the numbers beside.
    init(
        _ asked: SubjectsBeside.Asked,
        _ place: Selection,
        own: [MemberKey: Tally],
        beside group: SimilarInstitutions,
        _ question: Question
    ) throws {
        var wide = place
        wide.institution = nil
        let along: [Dimension] = [.grade] + asked.along
        // Most teachers teach a subject in one grade, and a board is read for no other then.
        let grades = Set(own.keys.map { $0[0] })
        var read = wide
        read.grade = grades.count == 1 ? grades.first : nil
        let each = try asked.tallies(question, over: [.institution] + along, in: read)
        let whole = try asked.tallies(question, over: along, in: read)
        let hands = try TeachingHands(asked.hands, wide, along: asked.along, beside: group, question)
        let unit = try question.measures.named(asked.measure).unit
        func figure(_ selection: Selection, _ key: MemberKey, _ tally: Tally?, _ more: Int? = nil) -> Figure {
            var members = Dictionary(zip(along, key)) { first, _ in first }
            members[.institution] = more
            return Figure(
                measure: asked.measure,
                unit: unit,
                selection: selection,
                members: members,
                tally: tally
            )
        }
        let seesAll = question.selection.reach.everything
        let seesTeachers = question.asker.may(
            .readTeacherFigures,
            in: Scope(institution: group.own),
            on: question.today
        )
        let floor = try question.floor
        var institution: [MemberKey: Figure] = [:]
        var similar: [MemberKey: Figure] = [:]
        var all: [MemberKey: Figure] = [:]
        let others = Set(each.keys.map { $0[0] }).subtracting([group.own.rawValue])
        for key in own.keys {
            let (grade, rest) = (key[0], Array(key.dropFirst()))
            let here = each[[group.own.rawValue] + key]
            let alike = group.others.compactMap { id in each[[id.rawValue] + key].map { (id.rawValue, $0) } }
            let sum = SubjectSums.sum(alike.map { $0.1 })
            let total = whole[key]
            // The institution's own.
            let mine = figure(place, key, here)
            if seesTeachers {
                institution[key] = try question.shown([mine]).first
            } else {
                let left = (here?.people ?? 0) - (own[key]?.people ?? 0)
                let isOpen = !hands.closeInside(grade, rest) && SubjectSums.areEnough([left], floor)
                institution[key] = isOpen ? mine : SubjectSums.hidden(mine)
            }
            // What is wider.
            let (near, far) = (figure(wide, key, sum), figure(wide, key, total))
            guard !hands.closeOutside(grade, rest) else {
                similar[key] = sum == nil ? near : SubjectSums.hidden(near)
                all[key] = SubjectSums.hidden(far)
                continue
            }
            if seesAll {
                let parts = try question.shown(alike.map { figure(wide, key, $0.1, $0.0) })
                similar[key] = parts.contains(where: \.isHidden) ? SubjectSums.hidden(near) : near
                all[key] = try question.shown([far]).first
            } else {
                // Added up by institution: a share of lessons held knows no more of each than its largest class.
                let elsewhere = others.reduce(0) { $0 + (each[[$1] + key]?.people ?? 0) }
                let few = sum?.people ?? 0
                let isOpen = SubjectSums.areEnough([elsewhere, few, elsewhere - few], floor)
                similar[key] = isOpen || sum == nil ? near : SubjectSums.hidden(near)
                all[key] = isOpen ? far : SubjectSums.hidden(far)
            }
        }
        self.institution = institution
        self.similar = similar
        self.all = all
        hasOthers = own.keys.contains { key in others.contains { each[[$0] + key] != nil } }
    }

    /// The cells of institution, similar institutions and municipality.
    func cells(_ key: MemberKey) -> [ReportCell] {
        [institution[key], similar[key], all[key]].map { .plain($0) }
    }

    private static func sum(_ tallies: [Tally]) -> Tally? {
        guard !tallies.isEmpty else { return nil }
        return Tally(
            tallies.reduce(0) { $0 + $1.numerator },
            over: tallies.reduce(0) { $0 + $1.denominator },
            people: tallies.reduce(0) { $0 + ($1.people ?? 0) }
        )
    }

    private static func areEnough(_ people: [Int], _ floor: Int) -> Bool {
        people.allSatisfy { $0 <= 0 || $0 >= floor }
    }

    private static func hidden(_ figure: Figure) -> Figure {
        var figure = figure
        figure.tally = nil
        figure.isHidden = true
        return figure
    }
}
