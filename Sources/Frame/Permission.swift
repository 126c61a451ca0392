package import Kernel

/// Something an account may be allowed to do.
///
/// Rooms declare theirs; roles are sets of them.
package struct Permission: Hashable, Sendable {
    /// What a permission lets its holder see or change; the matrix is sorted by it.
    package enum Reach: Int, Sendable, CaseIterable {
        /// Nothing about persons: registers of institutions, aggregates.
        case aggregates
        /// Named teachers or figures that name one in effect.
        case teachers
        /// Named pupils.
        case pupils
        /// Changes of data.
        case changes
        /// Administration of the tenant.
        case administration
    }

    /// A stable name: `registry.pupils.read`.
    package let name: String
    /// What it opens.
    package let reach: Reach
    /// What a head reads in the matrix.
    package let words: Text

    /// A permission of a room.
    package init(_ name: String, _ reach: Reach, _ words: Text) {
        self.name = name
        self.reach = reach
        self.words = words
    }
}

extension Permission {
    /// Seeing the board's institutions, reports and their aggregates.
    package static let readFigures = Permission(
        "figures.read",
        .aggregates,
        Text(lv: "Skatīt atskaites un rādītājus", en: "See reports and figures")
    )
    /// Seeing figures that name a teacher in effect: class by subject, teacher.
    package static let readTeacherFigures = Permission(
        "figures.teachers.read",
        .teachers,
        Text(lv: "Skatīt rādītājus par pedagogiem", en: "See figures about teachers")
    )
    /// Seeing named pupils and figures about fewer people than the floor.
    package static let readPupils = Permission(
        "pupils.read",
        .pupils,
        Text(lv: "Skatīt izglītojamo datus", en: "See pupils' data")
    )
    /// Knowing of single pupils what tells of their health: which lessons were missed through illness.
    ///
    /// Without it illness and other excuses are told together.
    package static let readHealth = Permission(
        "pupils.health.read",
        .pupils,
        Text(
            lv: "Skatīt, ko izglītojamie kavējuši slimības dēļ",
            en: "See what pupils missed through illness"
        )
    )
    /// Seeing marks of special programme, of Ukraine's civilians and of re-emigrants.
    package static let readPupilStatus = Permission(
        "pupils.status.read",
        .pupils,
        Text(lv: "Skatīt izglītojamo īpašo statusu", en: "See pupils' special status")
    )
    /// Reading what was written of a pupil's behaviour: only those who work with the pupil from day to day.
    package static let readBehaviour = Permission(
        "pupils.behaviour.read",
        .pupils,
        Text(lv: "Lasīt uzvedības ierakstu tekstus", en: "Read the texts of behaviour entries")
    )
    /// Seeing which pupils have signs of the risk of leaving early: only those who work with them.
    package static let readSignals = Permission(
        "pupils.signals.read",
        .pupils,
        Text(lv: "Skatīt izglītojamo riska pazīmes", en: "See pupils' signs of risk")
    )
    /// Looking into signs of risk: their state, own observations, the level of prevention.
    package static let workSignals = Permission(
        "pupils.signals.work",
        .changes,
        Text(
            lv: "Izvērtēt riska pazīmes un noteikt prevencijas līmeni",
            en: "Look into signs of risk and set the level of prevention"
        )
    )
    /// Writing down what one noticed of pupils whom one works with; as one's own, of pupils whom one teaches.
    ///
    /// It opens no sign: not even the observation that one wrote.
    package static let noteObservations = Permission(
        "observations.note",
        .pupils,
        Text(
            lv: "Pierakstīt novērojumus par saviem izglītojamajiem",
            en: "Write down observations of pupils whom one works with or teaches"
        )
    )
    /// Taking part in cases of support: one's own, those one was invited to, and asking whether a pupil has one.
    ///
    /// What of a case is seen follows from membership, never from this permission alone.
    package static let joinCases = Permission(
        "cases.join",
        .pupils,
        Text(lv: "Piedalīties atbalsta gadījumos", en: "Take part in cases of support")
    )
    /// Opening cases of support, and knowing that a pupil has one.
    package static let workCases = Permission(
        "cases.work",
        .changes,
        Text(lv: "Atvērt atbalsta gadījumus", en: "Open cases of support")
    )
    /// Logging consultations of pupils whom one works with; as one's own, of pupils whom one teaches.
    package static let logConsultations = Permission(
        "consultations.log",
        .pupils,
        Text(
            lv: "Pierakstīt savu izglītojamo konsultācijas",
            en: "Log consultations of pupils whom one works with or teaches"
        )
    )
    /// Reading cases of support for those who lead the work, and giving them another owner.
    package static let superviseCases = Permission(
        "cases.supervise",
        .changes,
        Text(lv: "Pārraudzīt atbalsta gadījumus", en: "Supervise cases of support")
    )
    /// One's own dates and a calendar of them: whoever has work with a day in cases, meetings or programmes.
    ///
    /// Each kind of date asks for a permission of its own beside it.
    package static let ownDates = Permission(
        "dates.own",
        .aggregates,
        Text(lv: "Skatīt savus termiņus un to kalendāru", en: "See one's own dates and a calendar of them")
    )
    /// Importing files and undoing imports.
    package static let importData = Permission(
        "data.import",
        .changes,
        Text(lv: "Importēt datus un atsaukt importus", en: "Import data and undo imports")
    )
    /// Editing registers by hand.
    package static let editRegisters = Permission(
        "registers.edit",
        .changes,
        Text(lv: "Labot reģistrus", en: "Edit registers")
    )
    /// Deciding whether two pupils of the registers are one person, joining them and parting them again.
    package static let mergePupils = Permission(
        "pupils.merge",
        .changes,
        Text(
            lv: "Apvienot divreiz reģistrētus izglītojamos un atdalīt apvienotos",
            en: "Join pupils who are registered twice, and part them again"
        )
    )
    /// Editing programmes, their tasks, indicators and money.
    package static let editPlans = Permission(
        "plans.edit",
        .changes,
        Text(lv: "Labot rīcības programmas un plānus", en: "Edit action programmes and plans")
    )
    /// Opening annual reports of programmes to everybody, signed in or not.
    package static let publishPlans = Permission(
        "plans.publish",
        .changes,
        Text(
            lv: "Publicēt programmu gada pārskatus",
            en: "Open annual reports of programmes to everybody"
        )
    )
    /// Registering that something planned has taken place.
    package static let recordEvents = Permission(
        "plans.events.record",
        .changes,
        Text(lv: "Reģistrēt plānotos pasākumus", en: "Register events of plans")
    )
    /// Registering events of programmes that one's own body held; seeing and taking back those, and nothing else of a
    /// programme than it says to everybody.
    package static let recordBodyEvents = Permission(
        "plans.events.own-body",
        .changes,
        Text(
            lv: "Reģistrēt savas institūcijas pasākumus programmās",
            en: "Register events of programmes that one's own body held"
        )
    )
    /// Exporting lists of persons.
    package static let exportPersons = Permission(
        "persons.export",
        .pupils,
        Text(lv: "Eksportēt personu sarakstus", en: "Export lists of persons")
    )
    /// Managing accounts, roles, code lists and regulations.
    package static let administer = Permission(
        "tenant.administer",
        .administration,
        Text(lv: "Pārvaldīt kontus, lomas un klasifikatorus", en: "Manage accounts, roles and code lists")
    )
    /// Reading the audit trail.
    package static let readAudit = Permission(
        "audit.read",
        .administration,
        Text(lv: "Skatīt piekļuves žurnālu", en: "Read the audit trail")
    )
    /// Answering requests of persons about their data: everything that is kept of one person, and its end.
    package static let handlePrivacy = Permission(
        "persons.privacy",
        .pupils,
        Text(
            lv: "Izpildīt personu pieprasījumus par viņu datiem",
            en: "Answer requests of persons about their data"
        )
    )
    /// One's own account: password, sessions, language.
    package static let ownAccount = Permission(
        "account.own",
        .aggregates,
        Text(lv: "Pārvaldīt savu kontu", en: "Manage one's own account")
    )

    /// The permissions that belong to no room.
    package static let common: [Permission] = [
        .readFigures, .readTeacherFigures, .readPupils, .readHealth, .readPupilStatus, .readBehaviour,
        .readSignals, .workSignals, .noteObservations, .joinCases, .workCases, .logConsultations,
        .superviseCases, .ownDates,
        .importData,
        .editRegisters,
        .exportPersons,
        .administer, .readAudit, .ownAccount, .editPlans, .publishPlans, .recordEvents, .handlePrivacy,
        .mergePupils, .recordBodyEvents,
    ]
}
