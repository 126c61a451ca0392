import Kernel

extension DoorWords {
    /// Personal data and the requests of persons.
    static let privacy: [String: Text] = [
        "GET /privacy/families": Text(lv: "Paziņojums ģimenēm", en: "Notice to families"),
        "GET /privacy/requests/new": Text(lv: "Jauns personas pieprasījums", en: "New request of a person"),
        "POST /privacy/requests": Text(
            lv: "Reģistrēt personas pieprasījumu",
            en: "Register a request of a person"
        ),
        "GET /privacy/requests/:request": Text(lv: "Personas pieprasījums", en: "Request of a person"),
        "POST /privacy/requests/:request/decide": Text(
            lv: "Izlemt personas pieprasījumu",
            en: "Decide on a request of a person"
        ),
        "GET /privacy/requests/:request/person": Text(
            lv: "Viss, kas par personu glabājas",
            en: "Everything that is kept of a person"
        ),
        "GET /privacy/requests/:request/file": Text(
            lv: "Personas dati kā fails",
            en: "Data of a person as a file"
        ),
        "GET /privacy/requests/:request/erase": Text(
            lv: "Personas datu dzēšana: apstiprinājums",
            en: "Erasure of a person's data: confirmation"
        ),
        "POST /privacy/requests/:request/erase": Text(
            lv: "Dzēst personas datus",
            en: "Erase a person's data"
        ),
    ]
}
