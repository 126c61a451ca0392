internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Sorts signals by class and pupil.
struct SignalGroups {
    let groups: [SignalList.Group]
    /// All classes with signals, whichever class or state was asked for.
    let classes: [(id: Int, name: Text)]

    init(
        _ signals: [RiskSignal],
        _ asked: SignalList.Asked,
        _ names: RegistryNames,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let words = SignalWords(rules: try RiskRules.load(desk.tenant, connection))
        let byPupil = Dictionary(grouping: signals, by: \.pupil).filter { pupil in
            asked.state == nil || pupil.value.contains { $0.state == asked.state }
        }
        let levels = try PreventionLevel.set(
            for: Set(byPupil.keys),
            on: asked.day,
            desk.tenant,
            connection
        )
        let byClass = Dictionary(grouping: byPupil.values.compactMap(\.last)) { $0.classGroup.rawValue }
        let none = Text(lv: "Bez klases", en: "Without a class")
        let known = Set(signals.map(\.classGroup.rawValue))
        classes = names.sorted(.classGroup, known).map { id in
            (id: id, name: id > 0 ? names.name(.classGroup, id) : none)
        }
        let shown = byClass.keys.filter { asked.classGroup == nil || $0 == asked.classGroup }
        groups = names.sorted(.classGroup, shown).map { classGroup in
            let ids = byClass[classGroup]?.map(\.pupil.rawValue) ?? []
            let pupils = names.sorted(.pupil, ids).map { id in
                let pupil = PupilID(rawValue: id)
                return SignalList.Pupil(
                    id: pupil,
                    name: names.name(.pupil, id).lv,
                    signals: (byPupil[pupil] ?? []).sorted { $0.id < $1.id }.map { signal in
                        (
                            words.title(signal), words.fact(signal.rule, signal.shown), signal.state,
                            signal.notedOn
                        )
                    },
                    level: levels[pupil]
                )
            }
            return SignalList.Group(
                name: classGroup > 0 ? names.name(.classGroup, classGroup) : none,
                pupils: pupils
            )
        }
    }
}
