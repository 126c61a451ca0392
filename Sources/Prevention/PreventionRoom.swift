package import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The door of the room of prevention: signs of early leaving, and who was helped.
package let preventionRoom = Room(
    "prevention",
    Text(lv: "Prevencija", en: "Prevention"),
    migrations: [
        .signals, .absenceDuty, .absenceCause, .endedTexts, .endedSignals, .signalCounts, .dutyLetters,
        .turnOfSigns,
    ],
    registers: [.observations, .preventionLevels, .dutyEntries],
    measures: PreventionMeasures.all,
    reports: [
        SignalsReport.self, DutyReport.self, TrackRecord.self, SupportedPupils.self, IdentifiedRisks.self,
        OverLimitByYear.self,
    ],
    mappings: [.identifiedRisks],
    pages: [
        SignalsPage(), TrialPage(), NewRulePage(), PupilSignalsPage(), SignalMakingPage(), SetLevelAction(),
        ObserveAction(), ObservationPage(), ObservationAction(),
        SignalStateAction(), DutyPage(), DutyTodayPage(), DutyRegisterPage(), DutyCodesAsk(),
        DutyPupilPage(),
        DutyRecordAction(),
        DutyUndoAction(),
        DutyLetterPage(), DutyLetterSentAction(),
    ],
    navigation: [
        NavigationEntry(
            SignalsPage.title,
            "/signals",
            .readSignals,
            order: 30,
            alsoAt: ["/pupils/:pupil/signals"]
        ),
        NavigationEntry(ObservationForm.title, "/observations", .noteObservations, order: 31),
        NavigationEntry(
            DutyPage.title,
            "/absence-duty",
            .readSignals,
            order: 32,
            alsoAt: ["/pupils/:pupil/absence-duty"]
        ),
        NavigationEntry(TrialPage.title, "/signals/trial", .administer, order: 935),
    ],
    pupilPages: [
        NavigationEntry(PupilSignalsView.title, "/pupils/:pupil/signals", .readSignals, order: 10),
        NavigationEntry(DutyPage.title, "/pupils/:pupil/absence-duty", .readSignals, order: 20),
    ],
    pupilLines: [SignLines.self],
    listeners: [SignalListener()],
    dues: [SignalDues.self, SignalReviewDues.self, DutyDues.self],
    keeping: [ObservationKeeping.self, SignalKeeping.self, DutyKeeping.self],
    counted: [SignalKeeping.counted, DutyKeeping.counted],
    codes: [
        ColumnCode("risk_signal", "rule", .risks),
        ColumnCode("risk_signal", "state") { (state: SignalState) in state.words },
        ColumnCode("risk_step", "state") { (state: SignalState) in state.words },
        ColumnCode("risk_observation", "factor", .list(CodeLists.riskFactors)),
        ColumnCode("prevention_level", "level") { (level: PreventionLevel) in level.words },
        ColumnCode("duty_entry", "step", .numbers { DutyStep(number: $0)?.words }),
        ColumnCode("duty_entry", "letter", .numbers { DutyLetter(rawValue: $0)?.title ?? Text(same: "–") }),
        ColumnCode("duty_entry", "cause", .list(CodeLists.absenceCauses)),
    ]
)
