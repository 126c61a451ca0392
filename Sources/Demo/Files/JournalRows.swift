internal import Kernel
internal import Registry
internal import Tabular

/// The parts of lines of the large tables that come again and again, made once.
struct JournalParts {
    private let subjects: [[UInt8]]
    private let states: [LessonState: [UInt8]]
    private let numbers: [[UInt8]]
    private var days: [Int: [UInt8]] = [:]
    private var texts: [String: [UInt8]] = [:]

    init() throws {
        subjects = try BoardSubject.all.map { try LineFile.part([.text($0.name)]) }
        let codes = try LessonState.allCases.map { ($0, try LineFile.part([.text($0.code)])) }
        states = Dictionary(codes) { first, _ in first }
        numbers = try (0...100).map { try LineFile.part([.integer($0)]) }
    }

    func subject(_ place: Int) -> [UInt8] { subjects[place] }

    func state(_ state: LessonState) -> [UInt8] { states[state] ?? [] }

    /// A number up to 100, or nothing.
    func count(_ number: Int?) -> [UInt8] { number.map { numbers[$0] } ?? [] }

    /// A number up to 100; nothing for 0.
    func number(_ number: Int) -> [UInt8] { number == 0 ? [] : numbers[number] }

    mutating func day(_ number: Int) throws -> [UInt8] {
        if let day = days[number] { return day }
        let day = try LineFile.part([.day(Day(number: number))])
        days[number] = day
        return day
    }

    mutating func text(_ text: String) throws -> [UInt8] {
        if let known = texts[text] { return known }
        let part = try LineFile.part([.text(text)])
        // Names of teachers come and go with the towns.
        if texts.count > 20_000 { texts = [:] }
        texts[text] = part
        return part
    }
}

extension BoardMark.Scale {
    /// The code of the tenant's scale.
    var code: String {
        switch self {
        case .points: MarkScales.ten
        case .levels: MarkScales.acquisition
        case .percent: MarkScales.percent
        }
    }
}

extension LessonState {
    /// The stable word in tables of absences.
    var code: String {
        switch self {
        case .present: "present"
        case .illness: "illness"
        case .excused: "excused"
        case .unexcused: "unexcused"
        case .late: "late"
        }
    }
}
