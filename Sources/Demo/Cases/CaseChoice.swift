import Frame
import Kernel
import Prevention
import Registry

/// Chooses the signals that cases of the demo are opened from, each some days after its signal became known.
struct CaseChoice {
    /// Whose case is opened, from which signal, and when; signal 0 is a request without one.
    struct Found: Sendable {
        let pupil: PupilID
        let signal: Int
        let day: Day
        /// What the signal says; nil without one.
        let sign: RiskQuantity?
    }

    /// How soon a team opens a case.
    private static let soon = 4
    /// A case of so many days is over.
    private static let whole = 170
    /// A case so old in days has a plan, and its first task is still open.
    private static let young = 20..<45

    private var free: [OpenSignals.Dated]
    private let today: Day

    init(_ signals: [OpenSignals.Dated], today: Day) {
        free = signals
        self.today = today
    }

    /// Pupils of whom no case is told.
    mutating func leaveOut(_ pupils: Set<PupilID>) {
        free.removeAll { pupils.contains($0.pupil) }
    }

    /// The signal of an institution whose case would begin nearest to a day; its pupil is chosen once.
    mutating func next(at institution: InstitutionID, near day: Day) -> Found? {
        let own = free.filter { $0.institution == institution && $0.noted + CaseChoice.soon <= today }
        guard let signal = nearest(own, day) else { return nil }
        leaveOut([signal.pupil])
        return found(signal)
    }

    /// A pupil out of some who has a signal now, with a case that is over: opened from an earlier signal, or without one.
    func known(of pupils: Set<PupilID>, near day: Day) -> Found? {
        let own = free.filter { pupils.contains($0.pupil) }
        let now = SchoolYear(containing: today)
        let open = Set(own.filter { $0.isOpen && $0.year == now }.map(\.pupil))
        let early = own.filter { open.contains($0.pupil) && $0.noted + CaseChoice.whole <= today }
        if let signal = nearest(early, day) { return found(signal) }
        return open.min().map { Found(pupil: $0, signal: 0, day: day, sign: nil) }
    }

    /// A pupil out of some, but one, of whom a case is worked on now: opened from a signal that still holds, or without
    /// one.
    func current(of pupils: Set<PupilID>, leaving out: PupilID?, near day: Day) -> Found? {
        let others = pupils.filter { $0 != out }
        let now = SchoolYear(containing: today)
        let open = free.filter { others.contains($0.pupil) && $0.isOpen && $0.year == now }
        func age(_ signal: OpenSignals.Dated) -> Int {
            today.number - (signal.noted + CaseChoice.soon).number
        }
        if let signal = nearest(open.filter { CaseChoice.young.contains(age($0)) }, day) {
            return found(signal)
        }
        let pupil = open.map(\.pupil).min() ?? others.min()
        return pupil.map {
            Found(pupil: $0, signal: 0, day: today - CaseChoice.young.lowerBound - 5, sign: nil)
        }
    }

    private func found(_ signal: OpenSignals.Dated) -> Found {
        Found(
            pupil: signal.pupil,
            signal: signal.signal,
            day: signal.noted + CaseChoice.soon,
            sign: signal.quantity
        )
    }

    private func nearest(_ signals: [OpenSignals.Dated], _ day: Day) -> OpenSignals.Dated? {
        func distance(_ signal: OpenSignals.Dated) -> Int {
            abs((signal.noted + CaseChoice.soon).number - day.number)
        }
        return signals.min { (distance($0), $0.signal) < (distance($1), $1.signal) }
    }
}
