import Kernel

/// The words for a line that gave nothing.
enum IdleLine {
    static let problem = Problem(
        "line.idle",
        Text(
            lv: "Rinda nav pārņemta: iepriekš tas pats jau nebija atrasts.",
            en: "The line was not taken: the same thing was not found before."
        ),
        advice: Text(
            lv: "Izlabojiet to, kas nav atrasts, un importējiet šo rindu vēlreiz.",
            en: "Mend what was not found and import this line again."
        )
    )

    /// The words for a line that names what another line named before it.
    static func again(_ told: Problem) -> Problem {
        Problem(
            problem.code,
            value: told.value,
            Text(
                lv: "\(told.message.lv) Tas pats jau minēts iepriekš.",
                en: "\(told.message.en) The same is told above."
            ),
            advice: told.advice
        )
    }
}
