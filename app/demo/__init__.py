"""`pix demo`: a believable service to look at, made by playing simulated learners through the real engine."""
