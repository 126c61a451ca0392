package import Frame
internal import Kernel

extension Permission {
    /// Seeing the house as another account does.
    package static let viewAs = Permission(
        "accounts.viewAs",
        .administration,
        Text(lv: "Skatīt sistēmu cita lietotāja acīm", en: "See the system as another user does")
    )
    /// Approving a large export of persons that somebody else asked for.
    package static let approveExports = Permission(
        "exports.approve",
        .administration,
        Text(
            lv: "Apstiprināt citu lietotāju pieprasītu personas datu eksportu",
            en: "Approve exports of persons asked by others"
        )
    )
    /// The permissions of this room.
    package static let access: [Permission] = [.viewAs, .approveExports]
}

extension Role {
    /// Every role, in the order of lists.
    package static let all: [Role] = [
        administrator, boardSpecialist, preventionCoordinator, boardHead, head, deputy, classTeacher, teacher,
        socialPedagogue, supportSpecialist, surveyConsultant, partner, outsideWorker, dataProtection,
        evaluator,
        reader, .operator,
    ]

    /// The role with a stable name.
    package static func named(_ name: String) -> Role? { all.first { $0.name == name } }

    /// Keeps accounts and code lists; sees no person.
    package static let administrator = Role(
        "administrator",
        Text(lv: "Administrators", en: "Administrator"),
        purpose: Text(
            lv: "Pārvalda kontus, lomas un klasifikatorus; personas datus neredz.",
            en: "Keeps accounts, roles and code lists; sees no data of persons."
        ),
        levels: [.tenant],
        granted: [.readFigures, .administer, .readAudit, .viewAs]
    )
    /// Coordinates the schools for the board: imports, figures, teachers, pupils.
    package static let boardSpecialist = Role(
        "board-specialist",
        Text(lv: "Izglītības pārvaldes speciālists", en: "Education board specialist"),
        purpose: Text(
            lv: "Koordinē iestāžu darbu: importē datus, redz rādītājus, pedagogus un izglītojamos.",
            en: "Coordinates the institutions: imports data, sees figures, teachers and pupils."
        ),
        levels: [.tenant],
        granted: [
            .readFigures, .readTeacherFigures, .readPupils, .importData, .editRegisters, .editPlans,
            .publishPlans, .recordEvents, .exportPersons, .mergePupils, .ownDates,
        ]
    )
    /// Coordinates the prevention of early leaving, for the board or at one institution.
    package static let preventionCoordinator = Role(
        "pmp-coordinator",
        Text(lv: "PMP prevencijas koordinators", en: "Coordinator of early-leaving prevention"),
        purpose: Text(
            lv: "Koordinē atbalstu izglītojamajiem ar priekšlaicīgas mācību pārtraukšanas risku.",
            en: "Coordinates support for pupils at risk of leaving school early."
        ),
        levels: [.tenant, .institution],
        granted: [
            .readFigures, .readPupils, .readHealth, .readPupilStatus, .readSignals, .workSignals,
            .noteObservations,
            .exportPersons, .editPlans, .publishPlans, .recordEvents, .joinCases, .workCases,
            .logConsultations, .superviseCases, .ownDates,
        ]
    )
    /// Leads the board: aggregates, the audit trail, approvals.
    package static let boardHead = Role(
        "board-head",
        Text(lv: "Izglītības pārvaldes vadītājs", en: "Head of the education board"),
        purpose: Text(
            lv: "Redz kopsavilkumus un piekļuves žurnālu, apstiprina personas datu eksportus.",
            en: "Sees aggregates and the audit trail, approves exports of persons."
        ),
        levels: [.tenant],
        granted: [.readFigures, .readAudit, .approveExports]
    )
    /// Leads an institution.
    package static let head = Role(
        "head",
        Text(lv: "Iestādes vadītājs", en: "Head of an institution"),
        purpose: Text(
            lv: "Redz savas iestādes pedagogu un izglītojamo datus un pārvalda iestādes kontus.",
            en: "Sees the institution's teachers and pupils and keeps its accounts."
        ),
        levels: [.institution],
        granted: [
            .readFigures, .readTeacherFigures, .readPupils, .readHealth, .readPupilStatus, .readBehaviour,
            .readSignals, .workSignals, .noteObservations, .importData, .editRegisters, .exportPersons,
            .approveExports,
            .administer, .editPlans, .publishPlans, .recordEvents, .joinCases, .workCases, .logConsultations,
            .superviseCases, .ownDates,
        ]
    )
    /// Stands in for the head in teaching matters.
    package static let deputy = Role(
        "deputy",
        Text(lv: "Vadītāja vietnieks", en: "Deputy head"),
        purpose: Text(
            lv: "Redz savas iestādes pedagogu un izglītojamo datus, importē un labo tos.",
            en: "Sees the institution's teachers and pupils, imports and edits their data."
        ),
        levels: [.institution],
        granted: [
            .readFigures, .readTeacherFigures, .readPupils, .readHealth, .readPupilStatus, .readBehaviour,
            .readSignals, .workSignals, .noteObservations, .importData, .editRegisters, .exportPersons,
            .editPlans,
            .recordEvents, .joinCases, .workCases, .logConsultations, .ownDates,
        ]
    )
    /// Has a class in care.
    package static let classTeacher = Role(
        "class-teacher",
        Text(lv: "Klases audzinātājs", en: "Class teacher"),
        purpose: Text(
            lv: "Redz savas klases izglītojamos, savus rādītājus un iestādes kopsavilkumus.",
            en: "Sees the pupils of the class, figures of one's own and the institution's aggregates."
        ),
        levels: [.classGroup],
        granted: [
            .readFigures, .readPupils, .readHealth, .readBehaviour, .readSignals, .workSignals,
            .noteObservations, .joinCases,
            .workCases, .logConsultations, .ownDates,
        ],
        institution: [.readFigures, .recordEvents],
        own: [.readTeacherFigures, .logConsultations, .noteObservations]
    )
    /// Teaches.
    package static let teacher = Role(
        "teacher",
        Text(lv: "Pedagogs", en: "Teacher"),
        purpose: Text(
            lv: """
                Redz savus rādītājus un iestādes kopsavilkumus, pieraksta savu izglītojamo konsultācijas un novērojumus.
                """,
            en: """
                Sees own figures and the institution's aggregates, logs consultations and observations of pupils taught.
                """
        ),
        levels: [.institution],
        granted: [.readFigures, .recordEvents],
        own: [.readTeacherFigures, .logConsultations, .noteObservations]
    )
}
