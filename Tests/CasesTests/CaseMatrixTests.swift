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
        let isOfSchool: Bool
        let asker: Asker
    }

    /// Every role but the operator's, of the case's place and of another.
    private static let people: [Person] = {
        var all: [Person] = []
        for role in Role.all where role.name != "operator" {
            for level in role.levels {
                all.append(person(role, level, isHere: true))
                if level != .tenant { all.append(person(role, level, isHere: false)) }
            }
        }
        return all
    }()

    private static func person(_ role: Role, _ level: ScopeLevel, isHere: Bool) -> Person {
        let pupil = isHere ? Situation.ownPupil.scope : Situation.foreignPupil.scope
        let scope: Scope
        switch level {
        case .tenant: scope = .tenant
        case .institution: scope = Scope(institution: pupil.institution)
        case .classGroup: scope = Scope(institution: pupil.institution, classGroup: pupil.classGroup)
        case .pupil: scope = pupil
        }
        let grants = role.grants(
            in: scope,
            from: Day(number: 0),
            to: nil,
            account: me,
            permissions: house.permissions
        )
        let asker = Asker(account: me, name: "", language: .lv, grants: grants)
        return Person(role: role.name, isOfSchool: isHere, asker: asker)
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
            isOfSchool: person.isOfSchool,
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
                        wrong.append("\(person.role) \(person.isOfSchool) \(isOwner): \(found)")
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
