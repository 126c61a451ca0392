import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

/// What readers who may see neither pupils nor figures about teachers see by subject and by kind.
struct SubjectTests {
    private let year = SchoolYear(2025)
    private let today = Day(2026, 3, 2) ?? Day(number: 0)

    /// Marks of a class: one for each pupil, in one subject, by one teacher.
    ///
    /// Institution 1 has grade 1, and so on.
    private func marks(
        _ institution: Int,
        _ classGroup: Int,
        _ subject: Int,
        teacher: Int,
        kind: Int = 1,
        pupils: Int,
        from first: Int = 0
    ) -> [LaidOutMeasure.Mark] {
        (first..<first + pupils).map { number in
            LaidOutMeasure.Mark(
                pupil: classGroup * 100 + number,
                members: [
                    .institution: institution, .classGroup: classGroup, .grade: institution,
                    .subject: subject,
                    .teacher: teacher, .kind: kind,
                ],
                value: 400 + classGroup * 10 + number
            )
        }
    }

    private func reader(_ permissions: Set<Permission>, staff: StaffID?) -> Asker {
        .test(permissions, staff: staff)
    }

    /// The members whose figures are shown.
    private func shown(
        _ measures: [LaidOutMeasure],
        _ name: String,
        _ dimensions: [Dimension],
        _ permissions: Set<Permission> = [.readFigures],
        staff: StaffID? = nil
    ) async throws -> Set<MemberKey> {
        try await withDatabase(.sqlite, migrations: World.migrations) { database in
            try await database.data.read { connection in
                let question = Question(
                    selection: Selection(year: year),
                    tenant: World.tenant,
                    asker: reader(permissions, staff: staff),
                    today: today,
                    measures: MeasureBook(measures),
                    members: Unnamed(),
                    connection: connection
                )
                let figures = try question.figures(name, over: dimensions)
                let control = Disclosure()
                return Set(
                    try figures.filter { try !control.applied(to: $0.value, question).isHidden }.keys
                )
            }
        }
    }

    @Test func `subjects that several teach are shown, of classes and of lone teachers are not`() async throws
    {
        // Subject 1 has two teachers in grade 1 and two in grade 2, one in grade 3 and one in grade 4.
        let all =
            marks(1, 11, 1, teacher: 1, pupils: 20) + marks(1, 12, 1, teacher: 2, pupils: 20)
            + marks(2, 21, 1, teacher: 3, pupils: 20) + marks(2, 22, 1, teacher: 4, pupils: 20)
            + marks(3, 31, 1, teacher: 5, pupils: 20) + marks(4, 41, 1, teacher: 6, pupils: 20)
        let measure = [LaidOutMeasure("test/mark", all)]
        #expect(try await shown(measure, "test/mark", [.subject]) == [[1]])
        #expect(try await shown(measure, "test/mark", [.grade, .subject]) == [[1, 1], [2, 1]])
        #expect(try await shown(measure, "test/mark", [.classGroup, .subject]).isEmpty)
        #expect(try await shown(measure, "test/mark", [.institution, .subject]).isEmpty)
        #expect(try await shown(measure, "test/mark", [.institution, .grade, .subject]).isEmpty)
        #expect(try await shown(measure, "test/mark", [.institution]).count == 4)
        // A teacher who knows figures of their own could take them from a sum of two.
        let teacher = StaffID(rawValue: 1)
        #expect(try await shown(measure, "test/mark", [.subject], staff: teacher).isEmpty)
        let seesTeachers = try await shown(
            measure,
            "test/mark",
            [.classGroup, .subject],
            [.readFigures, .readTeacherFigures]
        )
        #expect(seesTeachers.count == 6)
    }

    @Test func `a lone teacher is not what the sum of all leaves`() async throws {
        let all =
            marks(1, 11, 1, teacher: 1, pupils: 20) + marks(1, 12, 1, teacher: 2, pupils: 20)
            + marks(2, 21, 1, teacher: 3, pupils: 20) + marks(2, 22, 1, teacher: 4, pupils: 20)
            + marks(2, 23, 1, teacher: 7, pupils: 20) + marks(3, 31, 1, teacher: 5, pupils: 20)
        let measure = [LaidOutMeasure("test/mark", all)]
        #expect(try await shown(measure, "test/mark", [.subject]) == [[1]])
        // Grade 1 goes with grade 3, whose teacher is alone.
        #expect(try await shown(measure, "test/mark", [.grade, .subject]) == [[2, 1]])
        let one = [LaidOutMeasure("test/mark", marks(1, 11, 1, teacher: 1, pupils: 20))]
        #expect(try await shown(one, "test/mark", [.subject]).isEmpty)
        // One person teaches in both grades: nothing of the subject is of several.
        let same =
            marks(1, 11, 1, teacher: 1, pupils: 20) + marks(2, 21, 1, teacher: 1, pupils: 20)
        #expect(try await shown([LaidOutMeasure("test/mark", same)], "test/mark", [.subject]).isEmpty)
    }

    @Test func `a subject of few pupils stays hidden`() async throws {
        let all =
            marks(1, 11, 1, teacher: 1, pupils: 2) + marks(1, 12, 1, teacher: 2, pupils: 2)
            + marks(2, 21, 2, teacher: 3, pupils: 20) + marks(2, 22, 2, teacher: 4, pupils: 20)
        let measure = [LaidOutMeasure("test/mark", all)]
        #expect(try await shown(measure, "test/mark", [.grade, .subject]).isDisjoint(with: [[1, 1]]))
        #expect(try await shown(measure, "test/mark", [.subject]).isDisjoint(with: [[1]]))
    }

    /// Results of every class in tests; two pupils of class 11 took the examination, and everybody of class 12.
    private var results: [LaidOutMeasure.Mark] {
        marks(1, 11, 1, teacher: 1, kind: 1, pupils: 20) + marks(1, 11, 1, teacher: 1, kind: 2, pupils: 2)
            + marks(1, 12, 1, teacher: 2, kind: 1, pupils: 20)
            + marks(1, 12, 1, teacher: 2, kind: 2, pupils: 20)
            + marks(2, 21, 1, teacher: 3, kind: 1, pupils: 20)
            + marks(2, 21, 1, teacher: 3, kind: 2, pupils: 20)
            + marks(2, 22, 1, teacher: 3, kind: 1, pupils: 20)
    }

    @Test(arguments: [[Dimension.institution, .classGroup], [.institution], [.grade], []])
    func `a part of the results is not what their sum leaves of the other part`(
        _ along: [Dimension]
    ) async throws {
        let measures = [
            LaidOutMeasure("test/result", results),
            LaidOutMeasure("test/exam", results, partOf: "test/result", kinds: [2]),
            LaidOutMeasure("test/outside", results, partOf: "test/result", kinds: [1]),
        ]
        let readers: Set<Permission> = [.readFigures, .readTeacherFigures]
        let whole = try await shown(measures, "test/result", along, readers)
        let exam = try await shown(measures, "test/exam", along, readers)
        let outside = try await shown(measures, "test/outside", along, readers)
        if along.count == 2 {
            let few: MemberKey = [1, 11]
            #expect(!exam.contains(few), "two pupils")
            #expect(
                !(whole.contains(few) && outside.contains(few)),
                "the sum less the tests is the two pupils"
            )
            #expect(exam.contains([2, 21]) || outside.contains([2, 21]), "what is of many is shown")
        }
        // What is shown of a part is a sum of what is shown by kind.
        let byKind = try await shown(measures, "test/result", along + [.kind], readers)
        #expect(exam.allSatisfy { byKind.contains($0 + [2]) })
        #expect(outside.allSatisfy { byKind.contains($0 + [1]) })
    }
}

/// Members without names.
private struct Unnamed: MemberNames {
    func name(_ dimension: Dimension, _ member: Int) -> Text { Text(same: String(member)) }
    func sorted(_ dimension: Dimension, _ members: some Sequence<Int>) -> [Int] { members.sorted() }
    func code(_ dimension: Dimension, _ member: Int) -> String { String(member) }
}
