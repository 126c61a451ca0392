import Frame
import Kernel
import Storage
import Synchronization
import Tabular

let testCard = DataFlowCard(
    touches: Text(lv: "Neko īstu", en: "Nothing real"),
    origin: Text(lv: "Izdomāts", en: "Invented"),
    owner: Text(lv: "Neviens", en: "Nobody"),
    rhythm: Text(lv: "Nekad", en: "Never"),
    policy: Text(lv: "Pārraksta", en: "Overwrites")
)

/// Pupils with their classes.
enum PupilList: ImportFormat {
    static let name = "pupil-list"
    static let title = Text(lv: "Skolēnu saraksts", en: "List of pupils")
    static let card = testCard
    static let fields = [
        ImportField("code", Text(lv: "Kods", en: "Code"), required: true),
        ImportField("surname", Text(lv: "Uzvārds", en: "Surname"), required: true),
        ImportField("class", Text(lv: "Klase", en: "Class"), required: true),
        ImportField("phone", Text(lv: "Tālrunis", en: "Phone")),
    ]

    static func known(_ tenant: TenantID, _ connection: Connection) throws -> KnownPupils {
        try KnownPupils(tenant, connection)
    }

    static func reader(_ known: KnownPupils, _ run: ImportRun) throws -> any LineReader {
        PupilListReader(known, run)
    }
}

/// Lessons of pupils that are known.
enum LessonList: ImportFormat {
    static let name = "lesson-list"
    static let title = Text(lv: "Stundas", en: "Lessons")
    static let card = testCard
    static let fields = [
        ImportField("pupil", Text(lv: "Skolēns", en: "Pupil"), required: true),
        ImportField("day", Text(lv: "Datums", en: "Day"), required: true),
        ImportField("slot", Text(lv: "Stunda", en: "Lesson"), required: true),
        ImportField("kind", Text(lv: "Kavējums", en: "Absence")),
    ]

    static func known(_ tenant: TenantID, _ connection: Connection) throws -> KnownPupils {
        try KnownPupils(tenant, connection)
    }

    static func reader(_ known: KnownPupils, _ run: ImportRun) throws -> any LineReader {
        LessonListReader(known, run)
    }
}

/// How many lines readers were shown, by the constant `probe` of an import.
enum LinesRead {
    private static let counts = Mutex<[String: Int]>([:])

    static func count(_ run: ImportRun) {
        guard let probe = run.mapping.constants["probe"] else { return }
        counts.withLock { $0[probe, default: 0] += 1 }
    }

    /// The lines since the last time.
    static func take(_ probe: String) -> Int {
        counts.withLock { $0.removeValue(forKey: probe) ?? 0 }
    }
}

/// Ids by name, loaded once.
struct KnownPupils: Sendable {
    var pupils: [String: (id: Int, classID: Int)] = [:]
    var classes: [String: Int] = [:]

    init(_ tenant: TenantID, _ connection: Connection) throws {
        try connection.each("SELECT code, id, class_id FROM pupil WHERE tenant_id = \(tenant)") { row in
            pupils[try row.next()] = (id: try row.next(), classID: try row.next())
        }
        try connection.each("SELECT name, id FROM class_group WHERE tenant_id = \(tenant)") { row in
            classes[try row.next()] = try row.next()
        }
    }
}

private final class PupilListReader: LineReader {
    private var known: KnownPupils
    private let run: ImportRun

    init(_ known: KnownPupils, _ run: ImportRun) {
        self.known = known
        self.run = run
    }

    var goesOn: Bool { true }

    func read(_ line: MappedLine) throws {
        LinesRead.count(run)
        let code = line.text(0)
        let group = line.text(2)
        let classID = try known.classes[group] ?? run.staging.newID("class_group")
        known.classes[group] = classID
        try run.staging.register(
            TestTables.classes,
            key: [classID],
            [("name", group.sqlValue)],
            at: line.place
        )
        let id = try known.pupils[code]?.id ?? run.staging.newID("pupil")
        known.pupils[code] = (id, classID)
        var columns: [(Name, Value)] = [
            ("code", code.sqlValue), ("surname", line.text(1).sqlValue), ("class_id", classID.sqlValue),
        ]
        if line.has(3) {
            let phone = line.text(3)
            columns.append(("phone_index", try run.staging.blindIndex(phone, purpose: "phone")))
            let sealed = try run.staging.seal(phone, TestTables.pupils, column: "phone_sealed", key: [id])
            columns.append(("phone_sealed", sealed))
        }
        try run.staging.register(TestTables.pupils, key: [id], columns, at: line.place)
    }
}

private final class LessonListReader: LineReader {
    private let known: KnownPupils
    private let run: ImportRun
    private var unknown: Set<String> = []

    init(_ known: KnownPupils, _ run: ImportRun) {
        self.known = known
        self.run = run
    }

    var goesOn: Bool { true }

    func read(_ line: MappedLine) throws {
        LinesRead.count(run)
        guard let pupil = known.pupils[line.text(0)] else { return miss(line) }
        do {
            let day = try Parse.day(line.text(1))
            let slot = try line.withBytes(2) { bytes throws(ParseFault) in try Parse.integer(bytes) }
            let kind = line.text(3).isEmpty ? 0 : try Parse.integer(line.text(3))
            let columns = [pupil.id, day.number, slot, pupil.classID, kind]
            try run.staging.fact(TestTables.lessons, columns, at: line.place)
        } catch let fault as ParseFault {
            let field = fault == .impossibleDay || fault == .notADay ? 1 : 2
            run.staging.reject(
                Problem("value", value: line.text(field), fault.message, advice: fault.advice),
                at: line.place(of: field)
            )
        }
    }

    private func miss(_ line: MappedLine) {
        guard unknown.insert(line.text(0)).inserted else { return }
        let words = Text(lv: "Nav tāda skolēna.", en: "There is no such pupil.")
        run.staging.unmatched(
            Problem(
                "pupil.unknown",
                value: line.text(0),
                words,
                advice: Text(lv: "Pievienojiet.", en: "Add.")
            ),
            at: line.place(of: 0)
        )
    }
}
