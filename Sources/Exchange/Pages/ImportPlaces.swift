import Frame
import Kernel
import Pages
import Registry
import Storage

/// The institutions that imports are for, as pages ask for them and show them.
enum ImportPlaces {
    /// What an asker chooses from; nothing where it goes without saying.
    static func choices(_ desk: Desk) async throws -> [(id: Int, name: String)] {
        let scope = ImportScope(desk)
        guard !scope.isWhole, scope.institutions.count > 1 else { return [] }
        let (tenant, reach) = (desk.tenant, desk.asker.reach(.importData, on: desk.today))
        return try await desk.database.data.read { connection in
            try RegistryLookup(tenant: tenant, connection).institutions(reach)
        }
    }

    /// The question, where there is something to choose.
    static func field(_ choices: [(id: Int, name: String)], _ request: PageRequest) -> [Field] {
        guard !choices.isEmpty else { return [] }
        return [
            Field(
                "institution",
                Text(lv: "Iestāde, kuras dati ir failā", en: "Institution whose data they are")[
                    request.language
                ],
                .select(
                    choices.map { Option(String($0.id), $0.name) },
                    chosen: request.field("institution")
                ),
                width: .long
            )
        ]
    }

    /// What institutions are called.
    static func names(_ ids: [InstitutionID], _ desk: Desk) async throws -> [InstitutionID: Text] {
        guard !ids.isEmpty else { return [:] }
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try Set(ids).reduce(into: [:]) { names, id in
                names[id] = try RegistryPlaces().name(Scope(institution: id), tenant: tenant, connection)
            }
        }
    }
}
