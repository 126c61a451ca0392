import Frame
import Kernel
import Testing

@testable import Access

struct AuthoriserTests {
    private static let book = HouseBook([accessRoom])
    private static let day = Day(number: 20_000)

    private func asker(
        _ name: String,
        in scope: Scope,
        from: Day = Day(number: 0),
        to: Day? = nil
    ) throws -> Asker {
        let role = try #require(Role.named(name))
        let account = AccountID(rawValue: 7)
        let grants = role.grants(
            in: scope,
            from: from,
            to: to,
            account: account,
            permissions: Self.book.permissions
        )
        return Asker(account: account, name: "Paraugs", language: .lv, grants: grants)
    }

    @Test func `the answer names the role, the place and the last day`() throws {
        let asker = try asker("head", in: Scope(institution: InstitutionID(rawValue: 1)), to: Self.day)
        let scope = Scope(institution: InstitutionID(rawValue: 1), classGroup: ClassID(rawValue: 5))
        let decision = Authoriser.decide(asker, .readPupils, scope, on: Self.day)
        #expect(decision.isAllowed)
        #expect(decision.why.lv == "Atļauj loma „Iestādes vadītājs” (iestāde 1, līdz 04.10.2024.).")
        #expect(
            decision.why.en
                == "The role “Head of an institution” allows it (an institution 1, until 4\u{a0}Oct\u{a0}2024)."
        )
    }

    @Test func `a refusal names the nearest thing that is missing`() throws {
        let here = Scope(institution: InstitutionID(rawValue: 1))
        let head = try asker("head", in: here, to: Self.day)
        let there = Scope(institution: InstitutionID(rawValue: 2))
        let elsewhere = Authoriser.decide(head, .readPupils, there, on: Self.day)
        #expect(!elsewhere.isAllowed)
        #expect(elsewhere.why.lv == "Loma „Iestādes vadītājs” to ļauj tikai šeit: iestāde 1.")
        let over = Authoriser.decide(head, .readPupils, here, on: Self.day + 1)
        #expect(over.why.en == "The role “Head of an institution” ended on 4\u{a0}Oct\u{a0}2024.")
        let early = Authoriser.decide(
            try asker("head", in: here, from: Self.day),
            .readPupils,
            here,
            on: Self.day - 1
        )
        #expect(early.why.en == "The role “Head of an institution” begins on 4\u{a0}Oct\u{a0}2024.")
        let lacking = Authoriser.decide(try asker("reader", in: here), .readAudit, here, on: Self.day)
        #expect(lacking.why.en.contains("These roles have it: Administrator, Head of the education board"))
        let nobody = Authoriser.decide(.visitor(.lv), .readFigures, .tenant, on: Self.day)
        #expect(nobody.why.en == "There is no role in force.")
    }

    /// What each situation is part of; a grant must cover one of these to reach it.
    private func contains(_ level: ScopeLevel, _ situation: Situation) -> Bool {
        switch (level, situation) {
        case (_, .own): true
        case (_, .others): level == .tenant
        case (.tenant, _): true
        case (.institution, .ownInstitution), (.institution, .ownClass), (.institution, .otherClass),
            (.institution, .ownPupil), (.institution, .otherPupil):
            true
        case (.classGroup, .ownClass), (.classGroup, .ownPupil), (.classGroup, .otherPupil): true
        case (.pupil, .ownPupil): true
        default: false
        }
    }

    @Test func `no role reaches a place outside its scope`() {
        let matrix = PermissionMatrix(Self.book)
        for line in matrix.lines {
            for permission in matrix.permissions {
                for situation in line.allowed[permission.name] ?? [] where !contains(line.level, situation) {
                    // Aggregates of the whole institution, and telling of its events, go beyond a class.
                    #expect(
                        line.level == .classGroup && [.readFigures, .recordEvents].contains(permission)
                            && [.ownInstitution, .otherClass].contains(situation),
                        "\(line.role.name) at \(line.level) has \(permission.name) in \(situation)"
                    )
                }
            }
        }
        #expect(matrix.lines.count == Role.all.reduce(0) { $0 + $1.levels.count })
    }

    @Test func `nobody manages another's account as their own`() {
        let matrix = PermissionMatrix(Self.book)
        for line in matrix.lines {
            #expect(line.allowed[Permission.ownAccount.name] == [.own], "\(line.role.name)")
        }
    }

    @Test func `who sees pupils is who works with them`() {
        let seeing = Role.all.filter(\.seesPupils).map(\.name)
        #expect(
            seeing == [
                "board-specialist", "pmp-coordinator", "head", "deputy", "class-teacher", "teacher",
                "social-pedagogue", "support-specialist", "partner", "outside-worker", "data-protection",
            ]
        )
        for role in Role.all {
            #expect(role.idleMinutes == 30 || !role.seesPupils)
            #expect(role.needsSecondFactor || !role.seesPupils)
            #expect(!role.breadths(.readPupils).contains(.institution), "no class role widens to its school")
        }
        #expect(Role.operator.breadths(.readPupils).isEmpty)
        #expect(Role.boardHead.breadths(.readTeacherFigures).isEmpty)
        #expect(Role.teacher.breadths(.readTeacherFigures) == [.own])
    }

    @Test func `who works for another body reads of pupils in cases alone`() {
        for role in [Role.partner, .outsideWorker] {
            for permission in Self.book.permissions
            where permission.reach == .pupils && !role.breadths(permission).isEmpty {
                #expect(permission == .joinCases, "\(role.name)")
            }
        }
    }

    @Test func `a teacher writes observations of one's own pupils and sees no sign`() {
        #expect(Role.teacher.breadths(.noteObservations) == [.own])
        #expect(Role.classTeacher.breadths(.noteObservations) == [.granted, .own])
        #expect(Role.teacher.breadths(.readSignals).isEmpty && Role.teacher.breadths(.workSignals).isEmpty)
        for role in Role.all where ![Role.teacher.name, Role.classTeacher.name].contains(role.name) {
            // Whoever works with signs writes them down as well, and nobody else does.
            #expect(role.breadths(.noteObservations) == role.breadths(.workSignals), "\(role.name)")
        }
    }

    @Test func `what pupils missed through illness is for those who work with them at their institution`() {
        let seeing = Role.all.filter { !$0.breadths(.readHealth).isEmpty }.map(\.name)
        #expect(
            seeing == [
                "pmp-coordinator", "head", "deputy", "class-teacher", "social-pedagogue",
                "support-specialist",
            ]
        )
        for role in Role.all {
            // Nobody knows of the health of pupils whom they do not see.
            #expect(role.breadths(.readHealth).isSubset(of: role.breadths(.readPupils)), "\(role.name)")
        }
    }

    @Test func `a room's own permission goes as far as the common one that opens the same`() {
        let notes = Permission("prevention.notes.read", .pupils, Text(lv: "Lasīt piezīmes", en: "Read notes"))
        for role in Role.all { #expect(role.breadths(notes) == role.breadths(.readPupils), "\(role.name)") }
    }

    @Test func `the codes of scopes are read back`() {
        for level in ScopeLevel.allCases {
            #expect(Scope(code: level.sample.code) == level.sample)
            #expect(level.sample.level == level)
        }
        #expect(Scope(code: "12")?.institution == InstitutionID(rawValue: 12))
        for text in ["", "0", "-1", "1/", "a", "1/2/3/4", "1/0", "tenant/1"] {
            #expect(Scope(code: text) == nil, "\(text)")
        }
    }
}

struct ViewAsValueTests {
    private static let book = HouseBook([accessRoom])
    /// Whoever borrows eyes may not borrow a third's, and sees no cases of support.
    private static let neverPassedOn: Set<Permission> = [
        .viewAs, .noteObservations, .joinCases, .workCases, .logConsultations, .superviseCases, .ownDates,
        .recordBodyEvents,
    ]

    /// Every pair of roles: what one may through another's eyes, both may by themselves.
    @Test func `through another's eyes one sees what both may`() {
        let day = Day(number: 1)
        for one in Role.all {
            for other in Role.all {
                for (level, otherLevel) in zip(one.levels, other.levels) {
                    let mine = one.sample(level, permissions: Self.book.permissions)
                    let theirs = other.sample(otherLevel, permissions: Self.book.permissions)
                    let both = mine.looking(through: theirs, on: day)
                    for permission in Self.book.permissions {
                        for situation in Situation.allCases {
                            let together = both.may(permission, in: situation.scope, on: day)
                            let each =
                                mine.may(permission, in: situation.scope, on: day)
                                && theirs.may(permission, in: situation.scope, on: day)
                            let isExcluded = Self.neverPassedOn.contains(permission)
                            #expect(
                                together == (each && !isExcluded),
                                "\(one.name) as \(other.name): \(permission.name) in \(situation)"
                            )
                        }
                    }
                }
            }
        }
    }

    @Test func `the period is the common one`() throws {
        let scope = Scope.tenant
        func grant(_ from: Int, _ to: Int?) -> Grant {
            Grant(
                role: "reader",
                roleWords: Role.reader.words,
                permissions: [.readFigures],
                scope: scope,
                from: Day(number: from),
                to: to.map { Day(number: $0) }
            )
        }
        let both = try #require(grant(10, 30).intersection(grant(20, nil)))
        #expect(both.from == Day(number: 20))
        #expect(both.to == Day(number: 30))
        #expect(grant(10, 19).intersection(grant(20, nil)) == nil)
    }
}
