import Access
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import Demo

/// The accounts of the demo: a person for every role, with work of their own.
struct DemoPeopleTests {
    @Test(arguments: Engine.available)
    func `every role has an account with a scope of its level`(engine: Engine) async throws {
        try await SmallDemo.with(engine) { database, demo in
            #expect(
                Set(demo.accounts.map(\.role)) == Set(Role.all.map(\.name)).subtracting([Role.operator.name])
            )
            #expect(Set(demo.accounts.map(\.password)).count == demo.accounts.count)
            let accounts = Accounts(SmallDemo.desk(database, demo.id))
            for account in demo.accounts {
                let asker = try await accounts.asker(login: account.login)
                #expect(asker.grants.contains { $0.role == account.role }, "\(account.role)")
            }
            let teacher = try await accounts.asker(login: Role.classTeacher.name)
            let reach = teacher.reach(.readPupils, on: SmallDemo.plan.today)
            #expect(reach.classes.count == 1 && reach.institutions.isEmpty && !reach.everything)
            for role in [Role.head, .deputy, .socialPedagogue, .supportSpecialist, .classTeacher, .teacher] {
                let asker = try await accounts.asker(login: role.name)
                let staff = try #require(asker.staff, "\(role.name)")
                let entry = try await database.data.read {
                    try RegistryPlaces().staff(staff, tenant: demo.id, $0)
                }
                #expect(entry?.name == asker.name, "an account is called as its entry of the register")
            }
        }
    }

    @Test func `the class teacher takes part in a case that is worked on, and has a task in it`() async throws
    {
        try await SmallDemo.with(.sqlite) { database, demo in
            let desk = SmallDemo.desk(database, demo.id)
            let teacher = try await Accounts(desk).asker(login: Role.classTeacher.name)
            let (shared, tasks) = try await database.data.read { connection in
                let shared = try connection.value(
                    """
                    SELECT count(*) FROM case_member m
                    JOIN prevention_case c ON c.tenant_id = m.tenant_id AND c.id = m.case_id
                    WHERE m.tenant_id = \(demo.id) AND m.account_id = \(teacher.account) AND m.state = 2
                        AND c.closed_on = 0
                    """,
                    Int.self
                )
                let tasks = try connection.value(
                    """
                    SELECT count(*) FROM case_task
                    WHERE tenant_id = \(demo.id) AND owner_id = \(teacher.account) AND done_on = 0
                    """,
                    Int.self
                )
                return (shared, tasks)
            }
            #expect(shared == 1 && tasks == 1)
        }
    }
}
