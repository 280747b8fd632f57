# Påmindelser om dage, der ikke må overses.
refusal-reminder-settled = Påmindelsen er allerede afsluttet.
