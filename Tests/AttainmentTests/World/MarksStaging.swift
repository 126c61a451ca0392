import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

/// Collects what a format gives; facts of other rooms' tables are kept apart, for there are no such tables here.
final class MarksStaging: Staging {
    let own: CollectingStaging
    private(set) var lessons: [[Int]] = []
    private(set) var absences: [[Int]] = []
    private(set) var doubts: [String] = []

    init(firstID: Int = 1) {
        own = CollectingStaging(firstID: firstID)
    }

    func fact(_ table: FactTable, _ columns: [Int], at place: SourcePlace) throws {
        #expect(columns.count == table.comparedCount)
        switch table.name.text {
        case "lesson_record": lessons.append(columns)
        case "absence_count": absences.append(columns)
        default: try own.fact(table, columns, at: place)
        }
    }

    func register(
        _ table: RegisterTable,
        key: [Int],
        _ columns: [(Name, Value)],
        at place: SourcePlace
    ) throws {
        try own.register(table, key: key, columns, at: place)
    }

    func seal(_ plain: String, _ table: RegisterTable, column: Name, key: [Int]) throws -> Value {
        try own.seal(plain, table, column: column, key: key)
    }

    func blindIndex(_ plain: String, purpose: String) throws -> Value {
        try own.blindIndex(plain, purpose: purpose)
    }

    func reject(_ problem: Problem, at place: SourcePlace) { own.reject(problem, at: place) }
    func unmatched(_ problem: Problem, at place: SourcePlace) { own.unmatched(problem, at: place) }
    func doubt(_ problem: Problem, at place: SourcePlace) { doubts.append(problem.code) }
    func newID(_ kind: String) throws -> Int { try own.newID(kind) }
}
