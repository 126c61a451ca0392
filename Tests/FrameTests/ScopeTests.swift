import Frame
import Kernel
import Testing

struct ScopeTests {
    let institution = InstitutionID(rawValue: 3)
    let classGroup = ClassID(rawValue: 30)
    let pupil = PupilID(rawValue: 300)

    @Test func `the tenant covers everything below it`() {
        let deep = Scope(institution: institution, classGroup: classGroup, pupil: pupil)
        #expect(Scope.tenant.covers(deep))
        #expect(Scope(institution: institution).covers(deep))
        #expect(Scope(institution: institution, classGroup: classGroup).covers(deep))
    }

    @Test func `a class covers neither its institution nor its neighbour`() {
        let scope = Scope(institution: institution, classGroup: classGroup)
        #expect(!scope.covers(Scope(institution: institution)))
        #expect(!scope.covers(Scope(institution: institution, classGroup: ClassID(rawValue: 31))))
        #expect(!scope.covers(.tenant))
    }

    @Test func `a reach speaks of what it has members of, and of everything it says nothing`() {
        var reach = Reach()
        #expect(reach.limit?.dimensions.isEmpty == true)
        reach.add(Scope(institution: institution, classGroup: classGroup))
        #expect(reach.limit?.dimensions.contains(.classGroup) == true)
        #expect(reach.limit?.dimensions.count == 1)
        #expect(Reach.all.limit?.dimensions == nil)
    }

    @Test func `what is one's own covers nothing of others`() {
        let own = Scope(owner: AccountID(rawValue: 1))
        #expect(own.covers(Scope(owner: AccountID(rawValue: 1))))
        #expect(!own.covers(Scope(owner: AccountID(rawValue: 2))))
        #expect(!own.covers(.tenant))
    }
}

struct AskerTests {
    let from = Day(number: 20_000)

    func asker(_ scope: Scope, to: Day? = nil) -> Asker {
        let words = Text(lv: "Direktors", en: "Head")
        let grant = Grant(
            role: "head",
            roleWords: words,
            permissions: [.readFigures],
            scope: scope,
            from: from,
            to: to
        )
        return Asker(account: AccountID(rawValue: 7), name: "A", language: .lv, grants: [grant])
    }

    @Test func `a grant holds from its first to its last day`() {
        let asker = asker(.tenant, to: from + 10)
        #expect(!asker.may(.readFigures, in: .tenant, on: from - 1))
        #expect(asker.may(.readFigures, in: .tenant, on: from))
        #expect(asker.may(.readFigures, in: .tenant, on: from + 10))
        #expect(!asker.may(.readFigures, in: .tenant, on: from + 11))
    }

    @Test func `what is allowed in one class is allowed somewhere, in the days of the grant`() {
        let asker = asker(Scope(classGroup: ClassID(rawValue: 30)), to: from + 10)
        #expect(asker.mayAnywhere(.readFigures, on: from + 10))
        #expect(!asker.mayAnywhere(.readFigures, on: from + 11))
        #expect(!asker.mayAnywhere(.readPupils, on: from))
    }

    @Test func `a permission that was not granted is refused`() {
        #expect(!asker(.tenant).may(.readPupils, in: .tenant, on: from))
    }

    @Test func `the reach of a permission is the union of its scopes`() {
        let institution = InstitutionID(rawValue: 3)
        let reach = asker(Scope(institution: institution)).reach(.readFigures, on: from)
        #expect(reach.institutions == [institution])
        #expect(!reach.everything)
        #expect(asker(.tenant).reach(.readFigures, on: from).everything)
        #expect(asker(.tenant).reach(.readPupils, on: from).isEmpty)
    }
}

struct SourcePlaceTests {
    @Test(arguments: [(0, 0, 1, 0), (255, 1023, 5_000_000, 16_384 - 1), (3, 0, 148, 8)])
    func `a place survives packing`(file: Int, sheet: Int, line: Int, column: Int) {
        let place = SourcePlace(file: file, sheet: sheet, line: line, column: column)
        #expect(place.file == file)
        #expect(place.sheet == sheet)
        #expect(place.line == line)
        #expect(place.column == column)
        #expect(place.packed >= 0)
    }
}
