import Access
import Frame
import Kernel
import Prevention
import RoomTesting
import SekmeTesting
import Testing

@testable import Cases

/// The matrix of cases, against the rules stated a second time, over everything that can meet in a case.
struct CaseMatrixTests {
    private static let house = HouseBook([accessRoom, CaseBoard.room])
    private static let me = AccountID(rawValue: 50)

    /// Somebody who asks, with what the stated rules know of them.
    private struct Person {
        let role: String
        let post: Stated.Post
        let asker: Asker
    }

    /// Every role but the operator's, of the case's place, of one beside it and of another; and who went from the first
    /// to another.
    private static let people: [Person] = {
        var all: [Person] = []
        for role in Role.all where role.name != "operator" {
            for level in role.levels {
                let here = grants(role, level, .here)
                all.append(person(role, .here, here))
                guard level != .tenant else { continue }
                let elsewhere = grants(role, level, .elsewhere)
                all.append(person(role, .elsewhere, elsewhere))
                all.append(person(role, .elsewhere, grants(role, level, .here, isOver: true) + elsewhere))
                guard level != .institution else { continue }
                let beside = grants(role, level, .beside)
                all.append(person(role, .beside, beside))
                all.append(person(role, .beside, grants(role, level, .here, isOver: true) + beside))
            }
        }
        return all
    }()

    private static func person(_ role: Role, _ post: Stated.Post, _ grants: [Grant]) -> Person {
        Person(
            role: role.name,
            post: post,
            asker: Asker(account: me, name: "", language: .lv, grants: grants)
        )
    }

    /// What a role gives that is held for a post, until now or until the day before the case.
    private static func grants(
        _ role: Role,
        _ level: ScopeLevel,
        _ post: Stated.Post,
        isOver: Bool = false
    ) -> [Grant] {
        let pupil: Scope =
            switch post {
            case .here: Situation.ownPupil.scope
            case .beside: level == .pupil ? Situation.otherPupil.scope : Situation.otherClass.scope
            case .elsewhere: Situation.foreignPupil.scope
            }
        let scope: Scope =
            switch level {
            case .tenant: .tenant
            case .institution: Scope(institution: pupil.institution)
            case .classGroup: Scope(institution: pupil.institution, classGroup: pupil.classGroup)
            case .pupil: pupil
            }
        return role.grants(
            in: scope,
            from: Day(number: 0),
            to: isOver ? CaseFile.sampleDay - 1 : nil,
            account: me,
            permissions: house.permissions
        )
    }

    private static let seats: [CaseSeat?] = {
        var all: [CaseSeat?] = [nil]
        for state in MemberState.allCases {
            for body in [CaseBody.school, .social, .police] {
                for level in [NoteLevel.team, .restricted] {
                    for parts in 0...3 {
                        for isInDate in [true, false] {
                            let shown = CaseParts(rawValue: parts)
                            all.append(CaseSeat(body, state, level: level, shown, isInDate: isInDate))
                        }
                    }
                }
            }
        }
        return all
    }()

    private static func stated(
        _ person: Person,
        _ state: CaseState,
        _ seat: CaseSeat?,
        isOwner: Bool
    ) -> Set<CaseRight> {
        let facts = Stated.Facts(
            role: person.role,
            post: person.post,
            isOwner: isOwner,
            views: false,
            state: state.rawValue,
            place: seat?.state.rawValue ?? 0,
            body: seat?.body.rawValue ?? 0,
            level: seat?.level.rawValue ?? 0,
            parts: seat?.parts.rawValue ?? 0,
            isInDate: seat?.isInDate ?? true
        )
        let answers = zip(CaseRight.allCases, Stated.allowed(facts))
        return Set(answers.compactMap { right, isAllowed in isAllowed ? right : nil })
    }

    @Test(arguments: CaseState.allCases)
    func `the matrix says what the rules say, over all roles, places and seats of a state`(
        _ state: CaseState
    ) throws {
        let role = try #require(Role.named("reader"))
        var cases = 0
        var wrong: [String] = []
        for seat in Self.seats {
            for isOwner in [false, true] {
                let position = CaseMatrix.Position(role: role, level: .tenant, isOwner: isOwner, seat: seat)
                for person in Self.people {
                    let found = CaseMatrix.rights(person.asker, position, state)
                    cases += 1
                    if found != Self.stated(person, state, seat, isOwner: isOwner) {
                        wrong.append("\(person.role) \(person.post) \(isOwner): \(found)")
                    }
                }
            }
        }
        #expect(wrong == [])
        // Of each of the seven states alone.
        #expect(cases >= 10_000, "\(cases)")
    }

    @Test func `a case that is over is read as before and written no more`() {
        let matrix = CaseMatrix(Self.house)
        #expect(
            matrix.groups == [[.open, .assessment, .plan, .progress, .review], [.closed, .transferred]]
        )
        for line in matrix.lines {
            let open = line.rights[.open] ?? []
            #expect(line.rights[.closed] == open.subtracting([.write, .writePlans]))
        }
    }

    @Test func `no other body writes plans or reads a restricted note, whatever it is shown`() {
        let outside = CaseMatrix(Self.house).lines.filter { $0.position.role.name == "outside-worker" }
        #expect(outside.count >= 9)
        for line in outside {
            for rights in line.rights.values {
                let sealed: Set<CaseRight> = [.writePlans, .restrictedNotes, .authorNotes, .manage]
                #expect(rights.isDisjoint(with: sealed), "\(line.position.words.en)")
            }
        }
        // Without a place in the case it learns nothing, nor once the place is over or taken back.
        let seen = outside.filter { !($0.rights[.open] ?? []).isEmpty }
        #expect(seen.count == 5)
    }

    @Test func `the page names each who may see anything, in each group of states`() async throws {
        try await CaseBoard.with(.sqlite) { world in
            let page = try await world.get(CaseMatrixPage(), as: CaseBoard.social)
            #expect(page.status == 200)
            #expect(
                page.text.contains("Stāvoklis: atvērts, izvērtēšana, plānošana, īstenošana, pārskatīšana")
            )
            #expect(page.text.contains("Stāvoklis: slēgts, nodots"))
            for words in ["Sociālais pedagogs, gadījuma vadītājs", "sociālais dienests: uzaicināts"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("Lasītājs"))
        }
    }
}
