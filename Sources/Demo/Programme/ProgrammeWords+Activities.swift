extension ProgrammeWords {
    /// Activities by goal, in the order of goals.
    static let activities: [[Activity]] = [
        [
            Activity(
                name: "Vecāku vakari par bērna ikdienu un robežām",
                aim: "Vecāki jūtas drošāki audzināšanā",
                result: "2–3 vakari gadā katrā iestādē",
                responsible: "Izglītības iestādes",
                involved: "Sociālais dienests; Jauniešu centrs; Valsts policija",
                often: [("", 2, 3, "year", true)],
                tasks: ["Vecāku vajadzību aptauja", "Tematisko vakaru cikls", "Novada vecāku sarunu diena"]
            ),
            Activity(
                name: "Trīspusējās sarunas un vecāku dienas",
                aim: "Vecāki piedalās bērna mācību plānošanā",
                result: "3–4 tikšanās mācību gadā katrā iestādē",
                responsible: "Izglītības iestādes",
                involved: "Izglītības pārvalde",
                often: [("", 3, 4, "school-year", true)],
                tasks: [
                    "Sarunu grafika saskaņošana", "Iestādes padomes tikšanās ar dibinātāju",
                    "Atvērto durvju dienas",
                    "Skolvadības sistēmas apmācība pirmklasnieku vecākiem",
                ]
            ),
        ],
        [
            Activity(
                name: "Pēcpusdienas klubs jauniešu centrā",
                aim: "Pusaudžiem ir droša vieta pēc stundām",
                result: "1 pasākums katru mēnesi",
                responsible: "Jauniešu centrs",
                involved: "Izglītības iestādes; Biedrības",
                often: [("", 1, 1, "month", false)],
                tasks: [
                    "Jauniešu interešu aptauja", "Kluba programma pusgadam",
                    "Kopīgas talkas ar kaimiņu novadu",
                ]
            ),
            Activity(
                name: "Sporta un radošās darbnīcas",
                aim: "Attīstās sadarbības un pašvadības prasmes",
                result: "2 darbnīcas katru mēnesi",
                responsible: "Jauniešu centrs",
                involved: "Sporta pārvalde; Biedrības",
                often: [("", 2, 2, "month", false)],
                tasks: ["Pārgājienu sezona", "Starpskolu sporta vakari", "Brīvprātīgo programma"]
            ),
        ],
        [
            Activity(
                name: "Skaidra informācija par atbalstu ģimenēm",
                aim: "Ģimenes zina, kam zvanīt",
                result: "1 ieraksts mēnesī iestāžu tīklos",
                responsible: "Izglītības pārvalde",
                involved: "Sociālais dienests; Biedrības",
                often: [("", 1, 1, "month", false)],
                tasks: ["Atbalsta pakalpojumu karte", "Jauniešu īsfilmu konkurss"]
            )
        ],
        [
            Activity(
                name: "Drošības un labbūtības monitorings",
                aim: "Pamani agri, rīkojies laikus",
                result: "Aptauja un klases saruna katru gadu",
                responsible: "Izglītības iestādes",
                involved: "Izglītības pārvalde",
                often: [],
                tasks: [
                    "Aptauja par pašsajūtu skolā", "Pirmā nedēļa 5. un 10. klasē",
                    "Klašu saliedēšanas dienas",
                    "Sociāli emocionālo prasmju grupas",
                ]
            ),
            Activity(
                name: "Prasmju programmas bērniem un vecākiem",
                aim: "Terapeitiska palīdzība ir tuvu",
                result: "4 programmu cikli gadā",
                responsible: "Sociālais dienests",
                involved: "Izglītības iestādes",
                often: [("", 4, 4, "year", false)],
                tasks: [
                    "Agrīnā atbalsta programma sākumskolai", "Vecāku grupas par pusaudžu vecumu",
                    "Dusmu pārvaldības nodarbības", "Atkarību profilakse no 13 gadu vecuma",
                ]
            ),
            Activity(
                name: "Atbalsta personāls pirmsskolā",
                aim: "Grūtības pamana pirms skolas",
                result: "Sociālais pedagogs un logopēds katrā pirmsskolā",
                responsible: "Izglītības pārvalde",
                involved: "Izglītības iestādes",
                often: [],
                tasks: ["Sociālo pedagogu slodzes", "Logopēdu slodzes"]
            ),
        ],
        [
            Activity(
                name: "Individuālas konsultācijas",
                aim: "Mācību parādi nekrājas",
                result: "Mācību sasniegumi uzlabojas",
                responsible: "Izglītības iestādes",
                involved: "Izglītības iestādes",
                often: [],
                tasks: ["Konsultējamo saraksts pēc semestra vērtējumiem", "Konsultāciju grafiks un uzskaite"]
            )
        ],
        [
            Activity(
                name: "Pedagogu mācības par atbalstu klasē",
                aim: "Pedagogi prot strādāt ar risku",
                result: "30 % pedagogu piedalās",
                responsible: "Izglītības iestādes",
                involved: "Mācību centrs",
                often: [],
                tasks: ["Lektoru piesaiste", "Pieredzes darbnīcas", "Speciālistu konsultācijas klasē"]
            ),
            Activity(
                name: "Pedagogu labbūtība",
                aim: "Pedagogi nav izdeguši",
                result: "Supervīzija reizi gadā, kopīgas aktivitātes divreiz gadā",
                responsible: "Izglītības iestādes",
                involved: "Izglītības pārvalde; Biedrības",
                often: [("Supervīzija", 1, 1, "year", true), ("Kopīga aktivitāte", 2, 2, "year", true)],
                tasks: ["Supervīzijas", "Pieredzes brauciens", "Vasaras nometne pedagogiem"]
            ),
            Activity(
                name: "Iestāžu sadarbība",
                aim: "Iestādes runā vienā valodā",
                result: "Skaidra kārtība, kurš ko dara",
                responsible: "Izglītības pārvalde",
                involved: "Sociālais dienests; Bāriņtiesa; Valsts policija",
                often: [("", 6, 9, "year", false)],
                tasks: [
                    "Mācību brauciens uz citu pašvaldību", "Starpinstitūciju sanāksmes", "Kopīgas mācības",
                    "Sadarbības kārtības shēma",
                ]
            ),
        ],
        [
            Activity(
                name: "Sociālā gadījuma vadīšana",
                aim: "Palīdzība ģimenei ir saskaņota",
                result: "Vecāki sadarbojas ar iestādi",
                responsible: "Sociālais dienests",
                involved: "Izglītības iestādes",
                often: [],
                tasks: [
                    "Speciālistu konsultācijas", "Ģimenes asistents", "Dienas centra atbalsts",
                    "Rehabilitācija",
                ]
            ),
            Activity(
                name: "Saskaņota rīcība PMP gadījumā",
                aim: "Bērns turpina mācības",
                result: "Bērns turpina mācības",
                responsible: "Izglītības iestādes",
                involved: "Izglītības pārvalde; Sociālais dienests; Bāriņtiesa",
                often: [],
                tasks: [
                    "Ziņu apmaiņa vienas dienas laikā", "Gadījuma sanāksme",
                    "Kompetenču un risku izvērtējums",
                ]
            ),
        ],
    ]
}
