package import Frame
import Kernel
import Storage

/// The door of the registry: institutions, years, classes, pupils, staff and subjects.
package let registryRoom = Room(
    "registry",
    Text(lv: "Reģistri", en: "Registers"),
    migrations: [
        .registry, .registerChanges, NameIndexes.migration, .sourcedIDs, .erasedPupils, .erasedStaff,
        .pupilAliases, .scaleDates, .datedPlaces, .kindsOfCodes, .referencePersons,
        .shippedLetters, .keysOfNames, .shippedSigns,
    ],
    registers: RegistryTable.all.map(\.register) + [
        .sourcedIDs, .institutionAddresses, .institutionFounders, .programmeAddresses,
    ],
    measures: RegistryMeasures.all,
    reports: [
        InstitutionsByTerritory.self, TerritoriesOverYears.self, ProgrammesReport.self, MovementReport.self,
        CompletenessReport.self,
        ClassBeside.self,
    ],
    imports: [VIISSchools.self, VIISRegister.self] + ownTables,
    mappings: [VIISSchools.mapping, VIISRegister.mapping] + ownTables.map { $0.mapping },
    pages: pages,
    navigation: [
        NavigationEntry(BoardPage.title, "/board", .readFigures, order: 5),
        NavigationEntry(InstitutionsPage.title, "/institutions", .readFigures, order: 10),
        NavigationEntry(RulesWords.rules, "/rules", .administer, order: 930),
        NavigationEntry(RulesWords.codes, "/codes", .administer, order: 940),
    ],
    listeners: [PairListener()],
    codes: [
        ColumnCode("pupil_pair", "answer") { (answer: PairAnswer) in answer.words }, PairReason.column,
        ColumnCode("institution", "kind", .list(CodeLists.institutionKinds)),
        ColumnCode("subject", "area", .list(CodeLists.learningAreas)),
        ColumnCode(PupilsTable.name, "sex", .texts { PupilsTable.words(sex: $0) }),
        ColumnCode(PupilsTable.name, "study_form", .list(CodeLists.studyForms)),
        ColumnCode(PupilsTable.name, "reason_in", .list(CodeLists.arrivalReasons)),
        ColumnCode(PupilsTable.name, "reason_out", .list(CodeLists.leaveReasons)),
    ]
)

private let pages: [any Page] =
    [
        InstitutionsPage(), InstitutionPage(), GroupsPage(), TeachersPage(), TeacherPage(), SubjectYearPage(),
        ClassPage(),
        PupilPage(), SearchPage(), SearchAction(),
        BoardPage(), RulesPage(), RulePage(),
        CodesPage(), CodeListPage(), ScalesPage(), ScalePage(), SubjectsPage(), TermsPage(),
        RuleWithdrawAction(),
    ] + forms.flatMap { $0 }

private let forms: [[any Page]] = [
    edited(RuleRow.self), edited(CodeRow.self), edited(ScaleRow.self), edited(ScaleValueRow.self),
    edited(SubjectRow.self), edited(TermRow.self), edited(PlacesRow.self), added(RuleNew.self),
    added(CodeNew.self),
    added(ScaleNew.self), added(ScaleValueNew.self), added(SubjectNew.self),
]

/// The pages of a row that is there: its form, saving, putting back.
private func edited<Row: EditedRow>(_ type: Row.Type) -> [any Page] {
    added(type) + [RestoreAction<Row>()]
}

/// The pages of a row that is to be added: its form and saving.
private func added<Row: EditedRow>(_ type: Row.Type) -> [any Page] {
    [EditPage<Row>(), EditAction<Row>()]
}

/// Tables of Sekme's own, in the order in which they are best imported.
private let ownTables: [any OwnTable.Type] = [
    InstitutionsTable.self, ProgrammesTable.self, TermsTable.self, ClassesTable.self, PupilsTable.self,
    SubjectsTable.self, StaffTable.self, GroupsTable.self, TeachingTable.self,
]
