package import Frame
import Kernel
import Storage

/// The door of the registry: institutions, years, classes, pupils, staff and subjects.
package let registryRoom = Room(
    "registry",
    Text(lv: "Reģistri", en: "Registers"),
    migrations: [.registry],
    registers: RegistryTable.all.map(\.register),
    measures: RegistryMeasures.all,
    reports: [InstitutionsByTerritory.self, ProgrammesReport.self],
    imports: [VIISSchools.self, VIISRegister.self] + ownTables,
    mappings: [VIISSchools.mapping, VIISRegister.mapping] + ownTables.map { $0.mapping },
    pages: [InstitutionsPage(), InstitutionPage(), ClassPage(), PupilPage()],
    navigation: [NavigationEntry(InstitutionsPage.title, "/institutions", .readFigures, order: 10)]
)

/// Tables of Sekme's own, in the order in which they are best imported.
private let ownTables: [any OwnTable.Type] = [
    InstitutionsTable.self, ProgrammesTable.self, TermsTable.self, ClassesTable.self, PupilsTable.self,
    StaffTable.self, GroupsTable.self, TeachingTable.self,
]
