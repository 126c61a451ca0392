internal import Frame
internal import Kernel

/// A test as figures know it: what it is and at which level, in which subject, of which grade.
struct Work: Hashable {
    /// What it is.
    let sort: AssessmentSort
    /// The subject's number; 0 for a work of several.
    let subject: Int
    /// The grade; 0 for a work of several.
    let grade: Int

    /// The work of an assessment.
    init(_ assessment: Assessment) {
        sort = assessment.sort
        subject = assessment.subject.rawValue
        grade = assessment.grade
    }

    /// A work by its parts.
    init(_ sort: AssessmentSort, subject: Int, grade: Int) {
        self.sort = sort
        self.subject = subject
        self.grade = grade
    }

    /// A work by members of the dimensions grade, subject and kind; nil where there is no such kind.
    init?(grade: Int, subject: Int, kind: Int) {
        guard let sort = AssessmentSort(member: kind) else { return nil }
        self.sort = sort
        self.subject = subject
        self.grade = grade
    }

    /// The dimensions that tell works apart, in the order of ``init(key:)``.
    static let dimensions: [Dimension] = [.grade, .subject, .kind]

    /// The work at the end of a key laid out over ``dimensions``.
    init?(key: MemberKey) {
        guard key.count >= 3 else { return nil }
        self.init(grade: key[key.count - 3], subject: key[key.count - 2], kind: key[key.count - 1])
    }

    /// Subject, grade and level, as people name them.
    func topic(_ names: any MemberNames) -> Text {
        var words = names.name(.subject, subject)
        if grade > 0 { words = words + Text(same: ", ") + Text(lv: "\(grade). klase", en: "grade \(grade)") }
        guard sort.level != .none else { return words }
        let level = sort.level.words
        return words + Text(lv: ", \(level.lv.lowercased())", en: ", \(level.en.lowercased())")
    }
}

extension AssessmentKind {
    /// Works that the state sets, in the order of their numbers.
    static let ofState: [AssessmentKind] = [.stateDiagnostic, .stateMonitoring, .stateExam, .centralExam]

    /// Works that the municipality sets.
    static let ofMunicipality: [AssessmentKind] = [.municipalDiagnostic, .municipalMonitoring]
}

extension Sequence<Work> {
    /// By grade, subject, kind and level, as people expect.
    func ordered(_ names: any MemberNames) -> [Work] {
        let works = Array(self)
        let subjects = names.sorted(.subject, Set(works.map(\.subject)))
        let places = Dictionary(uniqueKeysWithValues: subjects.enumerated().map { ($1, $0) })
        return works.sorted { left, right in
            (left.grade, places[left.subject] ?? 0, left.sort.member)
                < (right.grade, places[right.subject] ?? 0, right.sort.member)
        }
    }
}
