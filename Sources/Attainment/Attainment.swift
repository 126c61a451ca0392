// Attainment
