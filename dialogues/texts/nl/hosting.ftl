# Voor wie organiseert: herinneren, veranderen, afzeggen, terugkijken.
